/** Tell every open page, this one too, that something on the phone has changed. */

export type Changed = 'drafts' | 'outbox' | 'dossiers' | 'person';

const NAME = 'tiepsuc';

/** Say that records of these kinds were written. Called after the commit, never before. */
export function tell(...kinds: Changed[]): void {
  const channel = new BroadcastChannel(NAME);
  for (const kind of kinds) channel.postMessage({ kind });
  channel.close();
}

/** Call back at every change of one kind; gives a function that ends it. */
export function listen(kind: Changed, changed: () => void): () => void {
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = (event: MessageEvent<{ kind: Changed }>) => {
    if (event.data.kind === kind) changed();
  };
  return () => channel.close();
}
