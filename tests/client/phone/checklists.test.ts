import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findChecklist, keepChecklist, resetChecklist } from '../../../static/src/phone/checklists.ts';

test('ticks and answers of a guide are kept side by side', async () => {
  await keepChecklist('1.2', { ticked: ['other'] });
  await Promise.all([
    keepChecklist('1.1', { ticked: ['birth'] }),
    keepChecklist('1.1', { answers: { late: 'yes' } }),
  ]);
  assert.deepEqual(await findChecklist('1.1'), { code: '1.1', ticked: ['birth'], answers: { late: 'yes' } });
  await resetChecklist('1.1');
  assert.deepEqual(await findChecklist('1.1'), { code: '1.1', ticked: [], answers: {} });
  assert.deepEqual((await findChecklist('1.2')).ticked, ['other']);
});
