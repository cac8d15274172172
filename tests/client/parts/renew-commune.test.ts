import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDayOld } from '../../../static/src/parts/renew-commune.ts';

test('a moment is a day old after 24 hours, ahead of the clock, or when it is unreadable', () => {
  const now = new Date('2026-11-18T03:00:00Z');
  assert.equal(isDayOld('2026-11-17T03:00:01Z', now), false);
  assert.equal(isDayOld('2026-11-17T03:00:00Z', now), true);
  assert.equal(isDayOld('2027-11-18T03:00:00Z', now), true);
  assert.equal(isDayOld('', now), true);
});
