import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forgetSeen, lastSeen, noteSeen } from '../../../static/src/phone/recent.ts';

test('the last dozen guides are remembered, newest first, each once', async () => {
  for (let day = 1; day <= 20; day += 1) await noteSeen(`1.${day}`, new Date(2026, 0, day));
  await noteSeen('1.15', new Date(2026, 1, 1));
  assert.deepEqual(await lastSeen(3), ['1.15', '1.20', '1.19']);
  assert.equal((await lastSeen(50)).length, 12);
  await forgetSeen();
  assert.deepEqual(await lastSeen(3), []);
});
