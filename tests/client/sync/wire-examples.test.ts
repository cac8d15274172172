import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { compactDecrypt, importJWK } from 'jose';
import { readReceipt, readSlip, verifyJws } from '../../../static/src/phone/receipt.ts';
import { canonical } from '../../../static/src/sync/canonical.ts';
import { sha256 } from '../fake-browser.ts';

const example = async (name: string) => JSON.parse(await readFile(`tests/shared/wire/${name}.json`, 'utf8'));

test('canonical JSON is what the server writes too', async () => {
  for (const { value, canonical: text, sha256: hash } of await example('canonical')) {
    assert.equal(canonical(value), text);
    assert.equal(sha256(text), hash);
  }
});

test('the sealed example opens', async () => {
  const { private_key, sealed, opened } = await example('sealed');
  const { plaintext } = await compactDecrypt(sealed, await importJWK(private_key, 'ECDH-ES'));
  assert.equal(new TextDecoder().decode(plaintext), opened);
});

test('the receipt is for exactly the wire, the slip for exactly the receipt', async () => {
  const { keys } = await example('receipts');
  const { id, wire, sha256: hash, receipt, slip } = await example('submission');
  assert.equal(canonical(JSON.parse(wire)), wire);
  const read = await readReceipt(receipt, keys);
  assert.deepEqual([read?.id, read?.content, read?.state], [id, hash, 'whole']);
  assert.equal(sha256(wire), hash);
  assert.equal((await readSlip(slip, keys))?.receipt, sha256(receipt));
});

test('what is signed verifies, and nothing else', async () => {
  const { keys, signed, not_signed, stranger } = await example('receipts');
  for (const jws of signed) {
    assert.ok(await verifyJws(jws, keys));
    assert.equal(await verifyJws(jws, [stranger]), undefined);
  }
  for (const [name, jws] of Object.entries(not_signed)) {
    assert.equal(await verifyJws(String(jws), keys), undefined, name);
  }
});
