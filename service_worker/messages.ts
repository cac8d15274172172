/** What a page may ask of the worker. */
import type { Release } from './release.ts';

/** What a page posts: take over now, or say which release you are. */
export type Message = { type: 'switch' } | { type: 'release' };

declare const self: ServiceWorkerGlobalScope;

/** Do what the message says; the answer goes back through the message's own port. */
export function answerMessage(release: Release, message: Message, port: MessagePort | undefined): void {
  switch (message.type) {
    case 'switch':
      void self.skipWaiting();
      break;
    case 'release':
      port?.postMessage(release.id);
      break;
  }
}
