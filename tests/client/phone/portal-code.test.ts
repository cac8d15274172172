import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { SubmissionGone } from '../../../static/src/phone/gone.ts';
import { keepPortalCode } from '../../../static/src/phone/portal-code.ts';
import { sentContent } from '../../../static/src/phone/sent-content.ts';
import { content, newPhone, queue, rowOf } from '../cases.ts';
import { startServer } from '../fake-server.ts';

beforeEach(newPhone);

test('the code of the portal is kept with the answers, in their box', async () => {
  const id = await queue(await startServer());
  await keepPortalCode(id, 'H41.5-261121-0007');
  const sent = await sentContent(id);
  assert.deepEqual([sent?.portal_code, sent?.answers], ['H41.5-261121-0007', content().answers]);
  const { box: _, ...clear } = await rowOf(id);
  assert.ok(!JSON.stringify(clear).includes('H41'));
});

test('a submission that is not here keeps no code', async () => {
  await assert.rejects(keepPortalCode('nowhere', 'x'), SubmissionGone);
  assert.equal(await sentContent('nowhere'), undefined);
});
