/** Stand-ins for what only a browser has: caches, and a server that answers as a test wants. */
import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';

export type Server = (url: string, options: RequestInit) => Response | Promise<Response>;

/** Let `fetch` be answered by this server, with the addresses that were asked for. */
export function serve(server: Server): string[] {
  const asked: string[] = [];
  globalThis.fetch = async (address, options = {}) => {
    const url = address instanceof Request ? new URL(address.url).pathname : String(address);
    asked.push(url);
    options.signal?.throwIfAborted();
    return server(url, options);
  };
  return asked;
}

/** The address at which the pretended pages stand. */
export const ORIGIN = 'https://tiepsuc.example';

/** SHA-256 as the server writes it. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The size of a text in bytes. */
export function size(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** An empty cache storage; `fails` lets the put of an address fail, as on a full disk. */
export function fakeCaches(fails: (url: string) => boolean = () => false): CacheStorage {
  const stores = new Map<string, Map<string, Response>>();
  const open = (name: string) => {
    const answers = stores.get(name) ?? new Map<string, Response>();
    stores.set(name, answers);
    return {
      match: async (request: RequestInfo) => answers.get(pathOf(request))?.clone(),
      put: async (request: RequestInfo, answer: Response) => {
        if (fails(pathOf(request))) throw new DOMException('full', 'QuotaExceededError');
        answers.set(pathOf(request), answer);
      },
    };
  };
  return {
    open: async (name: string) => open(name),
    has: async (name: string) => stores.has(name),
    keys: async () => [...stores.keys()],
    delete: async (name: string) => stores.delete(name),
    match: async (request: RequestInfo) => {
      for (const answers of stores.values()) {
        const found = answers.get(pathOf(request));
        if (found) return found.clone();
      }
      return undefined;
    },
  } as unknown as CacheStorage;
}

function pathOf(request: RequestInfo): string {
  return request instanceof Request ? new URL(request.url).pathname : String(request);
}
