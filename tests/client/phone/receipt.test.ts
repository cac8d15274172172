import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CompactSign, exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { PublicKey } from '../../../static/src/phone/keys.ts';
import { kidOf, readReceipt, readSlip, verifyJws } from '../../../static/src/phone/receipt.ts';

const ours = await generateKeyPair('ES256', { extractable: true });
const foreign = await generateKeyPair('ES256', { extractable: true });
const keys = [
  { ...(await exportJWK(foreign.publicKey)), kid: 'retired' } as PublicKey,
  { ...(await exportJWK(ours.publicKey)), kid: 'now' } as PublicKey,
];
const RECEIPT = {
  typ: 'receipt',
  id: 'a',
  code: 'TS00000001',
  state: 'whole',
  content: 'c',
  files: [],
  missing: [],
  received_at: '2026-11-21T03:04:05Z',
  server_time: '2026-11-21T03:04:05Z',
  secret: 's',
};
const SLIP = { typ: 'slip', code: 'TS00000001', receipt: 'r', at: '2026-11-21T03:04:05Z', secret: 's' };

function sign(payload: unknown, header: object = {}, key = ours.privateKey): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'ES256', kid: 'now', ...header })
    .sign(key);
}

test('what our server has signed is read', async () => {
  const jws = await sign(RECEIPT);
  assert.deepEqual(await readReceipt(jws, keys), RECEIPT);
  assert.equal(kidOf(jws), 'now');
  assert.deepEqual(await readSlip(await sign(SLIP), keys), SLIP);
  const retired = await sign(RECEIPT, { kid: 'retired' }, foreign.privateKey);
  assert.deepEqual(await readReceipt(retired, keys), RECEIPT);
});

test('a receipt is no slip, a slip no receipt', async () => {
  assert.equal(await readSlip(await sign(RECEIPT), keys), undefined);
  assert.equal(await readReceipt(await sign(SLIP), keys), undefined);
});

test('any changed character makes it nothing', async () => {
  const jws = await sign(RECEIPT);
  const last = jws.length - 1;
  for (let at = 0; at < jws.length; at += 7) {
    const other = jws[at] === 'A' ? 'B' : 'A';
    const changed = jws.slice(0, at) + other + jws.slice(at + 1);
    if (at !== last) assert.equal(await verifyJws(changed, keys), undefined, `character ${at}`);
  }
});

const WRONG: Record<string, () => Promise<string> | string> = {
  'signed by somebody else under our key id': () => sign(RECEIPT, {}, foreign.privateKey),
  'signed under an unknown key id': () => sign(RECEIPT, { kid: 'unknown' }),
  'without a signature': async () => `${(await sign(RECEIPT)).split('.').slice(0, 2).join('.')}.`,
  'with a fourth part': async () => `${await sign(RECEIPT)}.x`,
  'with alg none': async () => {
    const [, body] = (await sign(RECEIPT)).split('.');
    return `${Buffer.from('{"alg":"none","kid":"now"}').toString('base64url')}.${body}.`;
  },
  'an HMAC under our public key': () =>
    new SignJWT(RECEIPT)
      .setProtectedHeader({ alg: 'HS256', kid: 'now' })
      .sign(new TextEncoder().encode(keys[1]?.x)),
  'of another type': () => sign({ ...RECEIPT, typ: 'other' }),
  'of an unknown state': () => sign({ ...RECEIPT, state: 'done' }),
  'without a content hash': () => sign({ ...RECEIPT, content: undefined }),
  'a list': () => sign([RECEIPT]),
  nothing: () => '',
  'not base64url': () => '~.~.~',
  'only dots': () => '..',
};

for (const [name, made] of Object.entries(WRONG)) {
  test(`a receipt ${name} is nothing`, async () => {
    assert.equal(await readReceipt(await made(), keys), undefined);
  });
}

test('a key id is asked of anything', () => {
  for (const jws of ['', '~', 'e30', 'bnVsbA', '.']) assert.equal(kidOf(jws), undefined);
});
