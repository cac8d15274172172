import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { compactDecrypt, decodeProtectedHeader, exportJWK, generateKeyPair } from 'jose';
import { fromBase64url, toBase64url } from '../../../static/src/phone/base64url.ts';
import type { PublicKey } from '../../../static/src/phone/keys.ts';
import { sealFor, sealText } from '../../../static/src/phone/seal.ts';

const pair = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
const key = { ...(await exportJWK(pair.publicKey)), kid: 'seal-1' } as PublicKey;

/** Open it with `jose`, an independent implementation. */
async function opened(jwe: string): Promise<string> {
  return new TextDecoder().decode((await compactDecrypt(jwe, pair.privateKey)).plaintext);
}

const TEXTS = {
  Vietnamese: 'Lò Thị Thử, xã Mường Quàng — đề nghị “khai sinh”',
  'decomposed letters': 'Lò Thị Thử'.normalize('NFD'),
  'other scripts and emoji': '\u{1f468}\u200d\u{1f469}\u200d\u{1f467} ꪼꪕ \u0000 \\ "',
  'nothing at all': '',
  'a long one': 'Bản Ná, '.repeat(15_000),
};

for (const [name, text] of Object.entries(TEXTS)) {
  test(`${name}: the server opens exactly what was sealed`, async () => {
    assert.equal(await opened(await sealText(key, text)), text);
  });
}

test('the header names the key and the algorithms, with a fresh key every time', async () => {
  const [one, other] = await Promise.all([sealFor(key, { a: 1 }), sealFor(key, { a: 1 })]);
  const { epk, ...header } = decodeProtectedHeader(one);
  assert.deepEqual(header, { alg: 'ECDH-ES', enc: 'A256GCM', zip: 'DEF', kid: 'seal-1' });
  assert.deepEqual(Object.keys(epk ?? {}), ['kty', 'crv', 'x', 'y']);
  assert.notDeepEqual(epk, decodeProtectedHeader(other)['epk']);
  assert.deepEqual(JSON.parse(await opened(one)), { a: 1 });
});

test('a changed part opens nothing', async () => {
  const parts = (await sealFor(key, { a: 1 })).split('.');
  for (const at of [0, 2, 3, 4]) {
    const bytes = fromBase64url(parts[at] ?? '');
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    const changed = parts.map((part, position) => (position === at ? toBase64url(bytes) : part)).join('.');
    await assert.rejects(opened(changed), `part ${at}`);
  }
});

test('more than 200 kB opened or 100 kB sealed is refused, not cut', async () => {
  await assert.rejects(sealText(key, 'x'.repeat(200_001)), { name: 'TooLarge' });
  const random = randomBytes(90_000).toString('hex');
  await assert.rejects(sealText(key, random), { name: 'TooLarge' });
  assert.equal((await opened(await sealText(key, 'x'.repeat(200_000)))).length, 200_000);
});

test('bytes travel through base64url and back', () => {
  for (const length of [0, 1, 2, 3, 255, 40_000]) {
    const bytes = new Uint8Array(length).map((_, at) => (at * 7 + 251) % 256);
    assert.equal(toBase64url(bytes), Buffer.from(bytes).toString('base64url'));
    assert.deepEqual(fromBase64url(toBase64url(bytes)), bytes);
  }
  for (const wrong of ['a+b', 'a/b', 'ab==', 'a b', 'ă']) assert.throws(() => fromBase64url(wrong));
});

test('a repetitive text travels deflated', async () => {
  const text = 'Bản Ná, '.repeat(2_000);
  assert.ok((await sealText(key, text)).length < 600);
});
