/** Tell the server whose phone this is. */

import { keepPerson, type Person, phoneSecret, readPerson } from '../phone/person.ts';
import { fetchWithin, within } from './within.ts';

const CONNECT = 15_000;
const REVOKED = 401;

/** What became of it: bound, refused because the phone was reported lost, or not reached. */
export type Bound = 'bound' | 'revoked' | 'failed';

/**
 * Bind this phone to who is signed in, and keep who that is. Repeating it changes nothing. Somebody else than
 * this person is forgotten first: without signal the work of one must not leave in the name of the other.
 */
export async function bindPhone(signedIn?: string): Promise<Bound> {
  try {
    const before = signedIn === undefined ? undefined : await readPerson();
    if (before && before.id !== signedIn) await keepPerson(undefined);
    const answer = await fetchWithin(CONNECT, '/api/v1/phone', {
      method: 'PUT',
      redirect: 'error',
      headers: { Authorization: `Bearer ${await phoneSecret()}`, Accept: 'application/json' },
    });
    const said: unknown = await within(CONNECT, answer.json());
    if (answer.status === REVOKED && codeOf(said) === 'phone_revoked') return 'revoked';
    const person = answer.ok ? personOf(said) : undefined;
    if (!person) return 'failed';
    await keepPerson(person);
    return 'bound';
  } catch {
    return 'failed';
  }
}

function codeOf(said: unknown): unknown {
  return typeof said === 'object' && said !== null && 'code' in said ? said.code : undefined;
}

function personOf(said: unknown): Person | undefined {
  if (typeof said !== 'object' || said === null || !('person' in said)) return undefined;
  const { id, name, roles } = said.person as Partial<Person>;
  if (typeof id !== 'string' || typeof name !== 'string' || !Array.isArray(roles)) return undefined;
  return {
    id,
    name,
    roles: roles.map(({ role, commune_code }) => ({ role, commune_code: commune_code ?? null })),
  };
}
