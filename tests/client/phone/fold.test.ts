import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fold } from '../../../static/src/phone/fold.ts';

interface Pair {
  text: string;
  fold: string;
}

const PAIRS: Pair[] = JSON.parse(
  readFileSync(new URL('../../shared/fold/pairs.json', import.meta.url), 'utf8'),
);

test('every text folds as the shared file says', () => {
  for (const pair of PAIRS) assert.equal(fold(pair.text), pair.fold, pair.text);
});
