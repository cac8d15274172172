import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import { judgeReceipt, judgeSlip } from '../../../static/src/parts/judge-slip.ts';
import type { Keys, PublicKey } from '../../../static/src/phone/keys.ts';

const ours = await generateKeyPair('ES256', { extractable: true });
const key = { ...(await exportJWK(ours.publicKey)), kid: 'now' } as PublicKey;
const keys: Keys = { seal: [key], receipt: [key] };
const SLIP = { typ: 'slip', code: 'TS00000001', receipt: 'r', at: '2026-11-21T03:04:05Z', secret: 's' };
const RECEIPT = {
  ...SLIP,
  typ: 'receipt',
  id: 'a',
  state: 'whole',
  content: 'c',
  files: [],
  missing: [],
  received_at: 't',
};

function sign(payload: object, kid = 'now'): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'ES256', kid })
    .sign(ours.privateKey);
}

test('a slip of ours is right', async () => {
  assert.deepEqual(await judgeSlip(await sign(SLIP), keys), { verdict: 'right', slip: SLIP });
});

test('a slip of a receipt that still lacks files does not say that everything is there', async () => {
  const slip = { ...SLIP, state: 'waiting_for_files' };
  assert.deepEqual(await judgeSlip(await sign(slip), keys), { verdict: 'partly', slip });
});

test('a slip that was changed, cut, or is none is not right', async () => {
  const slip = await sign(SLIP);
  const [head, , signature] = slip.split('.');
  const other = Buffer.from(JSON.stringify({ ...SLIP, code: 'TS00000002' })).toString('base64url');
  for (const wrong of [`${head}.${other}.${signature}`, slip.slice(0, -9), slip.slice(9), 'TS00000001']) {
    assert.deepEqual(await judgeSlip(wrong, keys), { verdict: 'changed' });
  }
  assert.deepEqual(await judgeSlip(await sign(RECEIPT), keys), { verdict: 'changed' });
});

test('a key that the phone does not know says nothing yet', async () => {
  assert.deepEqual(await judgeSlip(await sign(SLIP, 'later'), keys), { verdict: 'unknown-key' });
  assert.deepEqual(await judgeSlip(await sign(SLIP), undefined), { verdict: 'no-keys' });
  assert.deepEqual(await judgeSlip('', keys), { verdict: 'nothing' });
});

test('nothing is received before its whole receipt', async () => {
  const judge = (state: 'waiting' | 'refused' | 'set_aside' | 'received', receipt?: string) =>
    judgeReceipt({ state, sha256: 'c', ...(receipt && { receipt }) }, keys);
  const whole = await sign(RECEIPT);
  assert.equal(await judge('waiting', whole), 'waiting');
  assert.equal(await judge('refused'), 'refused');
  assert.equal(await judge('set_aside'), 'set_aside');
  assert.equal(await judge('received'), 'doubtful');
  assert.equal(await judge('received', whole), 'whole');
  assert.equal(await judge('received', `${whole}A`), 'doubtful');
  assert.equal(await judge('received', await sign({ ...RECEIPT, state: 'waiting_for_files' })), 'doubtful');
  assert.equal(await judge('received', await sign({ ...RECEIPT, content: 'other' })), 'doubtful');
});

test('a receipt outlives the key that signed it', async () => {
  const old = { state: 'received', sha256: 'c', receipt: await sign(RECEIPT, 'long-gone') } as const;
  assert.equal(await judgeReceipt(old, keys), 'whole');
  assert.equal(await judgeReceipt(old, undefined), 'whole');
});
