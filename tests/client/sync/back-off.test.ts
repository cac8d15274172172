import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askedWait, waitAfter } from '../../../static/src/sync/back-off.ts';

const NOW = Date.parse('2026-11-21T03:04:05Z');

test('the wait starts at 5 seconds, doubles, and ends at 5 minutes', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 8, 100].map((tries) => waitAfter(tries, 0) / 1000);
  assert.deepEqual(waits, [5, 10, 20, 40, 80, 160, 300, 300, 300]);
});

test('chance adds up to a quarter, never more', () => {
  assert.equal(waitAfter(1, 0.5), 5_625);
  for (let tries = 0; tries < 2_000; tries++) assert.ok(waitAfter(tries, 0.999) <= 375_000);
});

const ASKED: Record<string, number | undefined> = {
  '120': 120_000,
  ' 7 ': 7_000,
  'Sat, 21 Nov 2026 03:05:05 GMT': 60_000,
  '999999999': 3_600_000,
  'Sat, 21 Nov 2099 03:05:05 GMT': 3_600_000,
  'Sat, 21 Nov 2020 03:05:05 GMT': undefined,
  '0': undefined,
  '-5': undefined,
  soon: undefined,
  '': undefined,
};

for (const [text, wait] of Object.entries(ASKED)) {
  test(`Retry-After "${text}" asks for ${wait}`, () => assert.equal(askedWait(text, NOW), wait));
}

test('without the header nothing is asked', () => {
  assert.equal(askedWait(null, NOW), undefined);
  assert.equal(askedWait(undefined, NOW), undefined);
});
