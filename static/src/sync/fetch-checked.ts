/** Fetch one immutable file and give it out only when it is whole and exactly what was announced. */
import { sha256 } from './digest.ts';
import { type Progress, readBody, TooLong } from './read-body.ts';
import { fetchWithin } from './within.ts';

const CONNECT = 20_000;

/** What a release or a pack list says about a file; `bytes` is its size without compression. */
export type Announced = { url: string; sha256: string; bytes: number };

/** The answer is not the announced file: cut, changed on the way, or a portal's own page. */
export class NotTheFile extends Error {
  constructor(url: string) {
    super(url);
    this.name = 'NotTheFile';
  }
}

export type How = { onProgress?: Progress; signal?: AbortSignal; stalled?: number };

/** The checked bytes. A wrong copy in the browser's own cache is asked for again from the server, once. */
export async function fetchChecked(file: Announced, how: How = {}): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await fetchOnce(file, how, 'default');
  } catch (error) {
    if (!(error instanceof NotTheFile)) throw error;
    return fetchOnce(file, how, 'reload');
  }
}

/** Whether these bytes are the announced file. */
export async function isTheFile(file: Announced, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  return bytes.length === file.bytes && (await sha256(bytes)) === file.sha256;
}

async function fetchOnce(file: Announced, how: How, cache: RequestCache): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetchWithin(CONNECT, file.url, { cache, signal: how.signal ?? null });
  if (answer.status >= 500 || answer.status === 429) throw new Error(`status ${answer.status}`);
  if (!answer.ok || answer.redirected) throw new NotTheFile(file.url);
  const bytes = await readBody(answer, { limit: file.bytes, ...how }).catch((error: unknown) => {
    throw error instanceof TooLong ? new NotTheFile(file.url) : error;
  });
  if (!(await isTheFile(file, bytes))) throw new NotTheFile(file.url);
  return bytes;
}
