/**
 * What every page loads at once, named by every script: the bundler then puts all of it into one
 * chunk. Otherwise each group of sharers gets a chunk of its own, and every page pays for all of them.
 */
import '../../page/announce.ts';
import '../../page/refs.ts';
import '../../page/stamp.ts';
import '../../page/write-numbers.ts';
import '../../parts/status-line.ts';
import '../../phone/communes.ts';
import '../../phone/database.ts';
import '../../phone/settings.ts';
import '../../sync/check-release.ts';
