import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { read } from '../../../static/src/phone/database.ts';
import { keepPerson, knownPhoneSecret, phoneSecret, readPerson } from '../../../static/src/phone/person.ts';
import { newPhone } from '../cases.ts';

beforeEach(newPhone);

test('the secret of a phone is made on first use, once, with 32 random bytes', async () => {
  assert.equal(await knownPhoneSecret(), undefined);
  const secrets = await Promise.all(Array.from({ length: 8 }, phoneSecret));
  assert.equal(new Set(secrets).size, 1);
  assert.match(secrets[0] ?? '', /^[\w-]{43}$/);
  assert.equal(await knownPhoneSecret(), secrets[0]);
});

test('the person is kept in a box and forgotten whole', async () => {
  const person = { id: 'p1', name: 'Vi Văn Mẫu', roles: [{ role: 'volunteer', commune_code: '17728' }] };
  await keepPerson(person);
  assert.deepEqual(await readPerson(), person);
  assert.ok(!JSON.stringify(await read((database) => database.getAll('settings'))).includes('Mẫu'));
  await keepPerson(undefined);
  assert.equal(await readPerson(), undefined);
});
