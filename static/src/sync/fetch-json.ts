/** Fetch a small JSON answer of ours; anything else counts as not reached. */

import { NotTheFile } from './fetch-checked.ts';
import { readBody } from './read-body.ts';
import { fetchWithin } from './within.ts';

const CONNECT = 15_000;
const LARGEST = 4_000_000;

/** The parsed answer. A portal's page, a redirect or broken JSON throws NotTheFile. */
export async function fetchJson(url: string, cache: RequestCache = 'no-cache'): Promise<unknown> {
  const answer = await fetchWithin(CONNECT, url, { cache, headers: { Accept: 'application/json' } });
  if (answer.status >= 500 || answer.status === 429) throw new Error(`status ${answer.status}`);
  const ours = answer.ok && !answer.redirected && isJson(answer.headers.get('Content-Type'));
  if (!ours) throw new NotTheFile(url);
  const text = new TextDecoder().decode(await readBody(answer, { limit: LARGEST }));
  try {
    return JSON.parse(text);
  } catch {
    throw new NotTheFile(url);
  }
}

function isJson(type: string | null): boolean {
  return /^application\/(?:[\w.-]+\+)?json\b/.test(type ?? '');
}
