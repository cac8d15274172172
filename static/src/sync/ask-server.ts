/** One request that sends submissions, with a time limit for all of it. */
import type { OutboxRow, RawReply } from '../phone/work.ts';
import { readBody } from './read-body.ts';
import { within } from './within.ts';

const SHORTEST = 30_000;
const LONGEST = 100_000;
const LARGEST_ANSWER = 1_000_000;
const ADDRESS = '/api/v1/submissions/';

/** Send one submission; undefined when nothing came back in time. */
export function putOne(secret: string, row: OutboxRow): Promise<RawReply | undefined> {
  return ask(secret, 'PUT', ADDRESS + row.id, new TextEncoder().encode(row.wire));
}

/** Send several in one request, packed when told so. */
export function postBatch(
  secret: string,
  body: Uint8Array<ArrayBuffer>,
  isPacked: boolean,
): Promise<RawReply | undefined> {
  return ask(secret, 'POST', `${ADDRESS}batch`, body, isPacked ? { 'Content-Encoding': 'gzip' } : {});
}

async function ask(
  secret: string,
  method: string,
  address: string,
  body: Uint8Array<ArrayBuffer>,
  more: Record<string, string> = {},
): Promise<RawReply | undefined> {
  const stop = new AbortController();
  const headers = { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json', ...more };
  // A byte in a millisecond is the slowest link that we wait for, and never until the lease is stale.
  const limit = Math.min(SHORTEST + body.length, LONGEST);
  const how: RequestInit = {
    credentials: 'omit',
    redirect: 'manual',
    cache: 'no-store',
    signal: stop.signal,
  };
  try {
    return await within(limit, fetch(address, { method, headers, body, ...how }).then(rawOf));
  } catch {
    return undefined;
  } finally {
    stop.abort();
  }
}

async function rawOf(answer: Response): Promise<RawReply> {
  const text = new TextDecoder().decode(await readBody(answer, { limit: LARGEST_ANSWER }));
  return {
    status: answer.status,
    retry_after: answer.headers.get('Retry-After'),
    is_problem: /^application\/problem\+json\b/.test(answer.headers.get('Content-Type') ?? ''),
    body: parsed(text),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
