/** Time limits: nothing that we wait for may wait for ever. */

/** The work took longer than it may. */
export class TimeLimit extends Error {
  constructor() {
    super('time limit');
    this.name = 'TimeLimit';
  }
}

/** Wait for the work, but not longer than this. */
export function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new TimeLimit()), milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Fetch until the headers are here, within the limit; the body may take its time. */
export async function fetchWithin(
  milliseconds: number,
  address: RequestInfo | URL,
  options: RequestInit = {},
): Promise<Response> {
  const stop = new AbortController();
  const passOn = () => stop.abort(options.signal?.reason);
  if (options.signal?.aborted) passOn();
  options.signal?.addEventListener('abort', passOn, { once: true });
  const timer = setTimeout(() => stop.abort(new TimeLimit()), milliseconds);
  try {
    return await fetch(address, { ...options, signal: stop.signal });
  } finally {
    clearTimeout(timer);
  }
}
