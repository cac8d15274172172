/** Files of examples that phone and server must both meet. */

import { readFileSync } from 'node:fs';

/** Give a file of tests/shared/answers. */
export function examples<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../../shared/answers/${name}.json`, import.meta.url), 'utf8'));
}
