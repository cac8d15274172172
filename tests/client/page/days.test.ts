import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isBetween, monthsSince } from '../../../static/src/page/days.ts';

const today = new Date(2026, 10, 21);

test('a notice is shown from its first day until before its last', () => {
  assert.ok(isBetween(today, '2026-11-21', undefined));
  assert.ok(isBetween(today, undefined, '2026-11-22'));
  assert.ok(!isBetween(today, undefined, '2026-11-21'));
  assert.ok(!isBetween(today, '2026-11-22', undefined));
  assert.ok(isBetween(today, undefined, undefined));
});

test('age is counted in whole months, as exact as the date is', () => {
  assert.equal(monthsSince('2026-07', today), 4);
  assert.equal(monthsSince('2026-10-22', today), 0);
  assert.equal(monthsSince('2026-10-21', today), 1);
  assert.equal(monthsSince('2025', today), 22);
  assert.equal(monthsSince('2027-01', today), 0);
});
