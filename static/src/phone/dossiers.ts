/** What the desk has told this phone about the dossiers of its submissions. */
import { fromBox, toBox } from './box.ts';
import { tell } from './changed.ts';
import { read, write } from './database.ts';
import { currentKeyring } from './keyring.ts';
import type { Dossier, KeptDossier, ReturnedItem } from './work.ts';

/** One line of the feed of changes. */
export type DossierChange = {
  submission: string;
  code: string;
  version: number;
  state: string;
  items: ReturnedItem[];
  portal_code?: string;
  portal_code_at?: string;
  at: string;
};

/** All dossiers, the one that changed last first. */
export async function listDossiers(): Promise<Dossier[]> {
  const kept = await read((database) => database.getAll('dossiers'));
  kept.sort((one, other) => other.at.localeCompare(one.at));
  return Promise.all(kept.map(open));
}

/** The dossier that holds a submission, or undefined. */
export async function readDossier(submission: string): Promise<Dossier | undefined> {
  const kept = await read((database) => database.get('dossiers', submission));
  return kept && open(kept);
}

/** Note that the person has seen where a dossier stands. */
export async function noteDossierSeen(submission: string): Promise<void> {
  await write(['dossiers'], async (writing) => {
    const kept = await writing.objectStore('dossiers').get(submission);
    if (kept) await writing.objectStore('dossiers').put({ ...kept, seen: true });
  });
}

/**
 * Apply changes and keep the cursor behind them, in one transaction. A dossier keeps its highest version:
 * repeated or in another order they end the same. A correction moves the dossier to its own submission.
 */
export async function applyChanges(changes: readonly DossierChange[], cursor: string): Promise<void> {
  const fresh = await Promise.all(changes.map(toKept));
  await write(['dossiers', 'settings'], async (writing) => {
    const store = writing.objectStore('dossiers');
    const kept = new Map((await store.getAll()).map((dossier) => [dossier.code, dossier]));
    for (const dossier of fresh) {
      const before = kept.get(dossier.code);
      if (before && before.version >= dossier.version) continue;
      if (before && before.id !== dossier.id) await store.delete(before.id);
      await store.put(dossier);
      kept.set(dossier.code, dossier);
    }
    await writing.objectStore('settings').put({ name: 'changes-cursor', value: cursor });
  });
  if (fresh.length) tell('dossiers');
}

async function toKept({ submission, items, ...change }: DossierChange): Promise<KeptDossier> {
  const kept = { ...change, id: submission, items: items.map(({ item, reason }) => ({ item, reason })) };
  if (!items.some(({ note }) => note)) return kept;
  const keyring = await currentKeyring();
  const notes = await toBox(
    keyring.key,
    items.map(({ note }) => note ?? ''),
  );
  return { ...kept, keyring: keyring.id, notes };
}

async function open({ notes, keyring, ...dossier }: KeptDossier): Promise<Dossier> {
  if (!notes || !keyring) return dossier;
  const ring = await read((database) => database.get('keyrings', keyring));
  const opened = ring && (await fromBox(ring.key, notes).catch(() => undefined));
  if (!Array.isArray(opened)) return dossier;
  const items = dossier.items.map((item, at) =>
    opened[at] ? { ...item, note: opened[at] as string } : item,
  );
  return { ...dossier, items };
}
