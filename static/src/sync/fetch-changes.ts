/** Fetch what the desk did with this phone's submissions, in the order in which it happened. */
import { applyChanges, type DossierChange } from '../phone/dossiers.ts';
import { knownPhoneSecret } from '../phone/person.ts';
import { keepSetting, readSetting } from '../phone/settings.ts';
import { readBody } from './read-body.ts';
import { within } from './within.ts';

const LIMIT = 30_000;
const LARGEST = 1_000_000;
const PAGES = 40;

type Page = { changes: DossierChange[]; cursor: string; more: boolean };

/** `reached`: all is here; `revoked`: the server knows this phone as lost; `later`: no answer of ours. */
export type Fetched = 'reached' | 'revoked' | 'later' | 'nothing';

/** Apply all changes since the last one; a phone that has never sent asks nothing. */
export async function fetchChanges(): Promise<Fetched> {
  const secret = await knownPhoneSecret();
  if (!secret) return 'nothing';
  const kept = await readSetting('changes-cursor');
  let cursor = typeof kept === 'string' ? kept : '';
  for (let pages = 0; pages < PAGES; pages++) {
    const answer = await ask(secret, cursor).catch(() => undefined);
    if (answer === 'revoked') {
      await noteRevoked(new Date().toISOString());
      return 'revoked';
    }
    if (!answer || (answer === 'anew' && !cursor)) return 'later';
    if (answer === 'anew') {
      cursor = '';
      continue;
    }
    await applyChanges(answer.changes, answer.cursor);
    await noteRevoked(undefined);
    if (!answer.more) return 'reached';
    cursor = answer.cursor;
  }
  return 'later';
}

/** The server alone says whether this phone is revoked, and when it no longer is. */
async function noteRevoked(since: string | undefined): Promise<void> {
  const known = await readSetting('phone-revoked');
  if ((known === undefined) !== (since === undefined)) await keepSetting('phone-revoked', since);
}

/** One page; `anew` when the server cannot go on from this cursor. */
async function ask(secret: string, cursor: string): Promise<Page | 'anew' | 'revoked' | undefined> {
  const stop = new AbortController();
  const since = cursor && `?since=${encodeURIComponent(cursor)}`;
  const headers = { Authorization: `Bearer ${secret}` };
  const how: RequestInit = {
    credentials: 'omit',
    redirect: 'manual',
    cache: 'no-store',
    signal: stop.signal,
  };
  try {
    const asked = fetch(`/api/v1/changes${since}`, { headers, ...how }).then(async (answer) => {
      const body = JSON.parse(new TextDecoder().decode(await readBody(answer, { limit: LARGEST })));
      return { status: answer.status, body };
    });
    const { status, body } = await within(LIMIT, asked);
    if (status === 200) return isPage(body) ? body : undefined;
    if (status === 401 && body?.code === 'phone_revoked') return 'revoked';
    return body?.code === 'cursor_stale' || body?.code === 'cursor_forged' ? 'anew' : undefined;
  } finally {
    stop.abort();
  }
}

function isPage(body: Partial<Page> | null): body is Page {
  const { changes, cursor, more } = body ?? {};
  if (typeof cursor !== 'string' || typeof more !== 'boolean') return false;
  return Array.isArray(changes) && changes.every(isChange);
}

function isChange(change: Partial<DossierChange> | null): boolean {
  const { submission, code, state, at, version, items } = change ?? {};
  const texts = [submission, code, state, at].every((text) => typeof text === 'string');
  return texts && typeof version === 'number' && Array.isArray(items) && items.every(isItem);
}

function isItem(item: { item?: unknown; reason?: unknown } | null): boolean {
  return typeof item?.item === 'string' && typeof item.reason === 'string';
}
