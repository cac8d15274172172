/** Ask whose phone this is to the server. */
import { phoneSecret } from '../phone/person.ts';
import { fetchWithin } from './within.ts';

const LIMIT = 8_000;

/** `nobody` only when our server says so; `unknown` when it was not reached. */
export async function askPerson(): Promise<'somebody' | 'nobody' | 'unknown'> {
  try {
    const headers = { Authorization: `Bearer ${await phoneSecret()}`, Accept: 'application/json' };
    const answer = await fetchWithin(LIMIT, '/api/v1/phone', { headers, cache: 'no-store' });
    const said: unknown = answer.ok && !answer.redirected ? await answer.json() : undefined;
    if (typeof said !== 'object' || said === null || Array.isArray(said)) return 'unknown';
    return 'person' in said && said.person ? 'somebody' : 'nobody';
  } catch {
    return 'unknown';
  }
}
