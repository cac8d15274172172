import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeBytes, writeDay, writeProgress } from '../../../static/src/page/write-numbers.ts';

test('sizes are written as the language does', () => {
  assert.equal(writeBytes(0, 'vi'), '0 kB');
  assert.equal(writeBytes(80, 'vi'), '1 kB');
  assert.equal(writeBytes(31_400, 'vi'), '31 kB');
  assert.equal(writeBytes(1_450_000, 'vi'), '1,5 MB');
  assert.equal(writeBytes(1_450_000, 'en'), '1.5 MB');
  assert.equal(writeBytes(412_000_000, 'vi'), '412 MB');
  assert.equal(writeBytes(2_500_000_000, 'vi'), '2,5 GB');
});

test('progress has the unit of the whole', () => {
  assert.equal(writeProgress(24_000, 38_000, 'vi'), '24/38 kB');
  assert.equal(writeProgress(400_000, 1_500_000, 'vi'), '0,4/1,5 MB');
  assert.equal(writeProgress(99_000, 38_000, 'vi'), '38/38 kB');
});

test('a day is written in figures', () => {
  assert.equal(writeDay(new Date(2026, 10, 18), 'vi'), '18/11/2026');
  assert.equal(writeDay(new Date(2026, 10, 18), 'en'), '18/11/2026');
});
