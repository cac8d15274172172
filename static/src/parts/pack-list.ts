/** The packs of this language: what is on the phone, what can be downloaded, and how large it is. */
import { announce } from '../page/announce.ts';
import { maybeRef, ref, tapped } from '../page/refs.ts';
import { type Row, repeat, sentence, showState } from '../page/stamp.ts';
import { pageLanguage } from '../page/write-numbers.ts';
import { dropPack, keptPacks } from '../phone/packs.ts';
import type { KeptPack } from '../phone/schema.ts';
import { downloadError } from '../sync/download-error.ts';
import { fetchPack, type OfferedPack } from '../sync/fetch-pack.ts';
import { fetchPackList } from '../sync/fetch-pack-list.ts';
import { within } from '../sync/within.ts';
import { askToRemove } from './ask-to-remove.ts';
import { type Download, packRows } from './pack-rows.ts';

const PHONE = 10_000;

/** What the list is drawn from; `draw` is cheap, `refresh` asks the database first. */
type Screen = {
  section: HTMLElement;
  language: string;
  offered: OfferedPack[];
  kept: KeptPack[];
  rows: Row[];
  downloads: Map<string, Download>;
};

/** Show what the phone knows at once, then what the server offers. */
export async function startPackList(section: HTMLElement): Promise<void> {
  const language = pageLanguage();
  const screen: Screen = { section, language, offered: [], kept: [], rows: [], downloads: new Map() };
  const list = ref(section, 'pack-list.rows');
  const outcome = ref(section, 'pack-list.outcome');
  list.addEventListener('click', (event) => {
    const wanted = tapped(event, 'pack-list.download');
    const offered = screen.offered.find(({ pack }) => pack === wanted);
    if (offered) void download(screen, offered);
    screen.downloads.get(tapped(event, 'pack-list.cancel') ?? '')?.stop?.abort();
    const unwanted = tapped(event, 'pack-list.remove');
    const row = screen.rows.find(({ key }) => key === unwanted);
    if (row) void remove(screen, row);
  });
  showState(outcome, 'loading');
  await refresh(screen);
  const fresh = await askServer(screen);
  showState(outcome, fresh ? 'ready' : screen.rows.length > 0 ? 'offline' : 'empty');
  list.querySelector(`[data-key="${CSS.escape(location.hash.slice(1))}"]`)?.scrollIntoView();
}

/** The offered packs as the server has them now; whether it answered. */
async function askServer(screen: Screen): Promise<boolean> {
  const { packs, fresh } = await fetchPackList(screen.language);
  screen.offered = packs;
  await refresh(screen);
  return fresh;
}

/** A storage that does not answer leaves what is known; a download that failed is told all the same. */
async function refresh(screen: Screen): Promise<void> {
  screen.kept = await within(PHONE, keptPacks(screen.language)).catch(() => screen.kept);
  draw(screen);
  document.dispatchEvent(new CustomEvent('packs-changed'));
}

function draw(screen: Screen): void {
  screen.rows = packRows(screen.offered, screen.kept, screen.downloads, screen.language);
  repeat(ref(screen.section, 'pack-list.rows'), screen.rows);
}

async function download(screen: Screen, offered: OfferedPack): Promise<void> {
  const { downloads, section } = screen;
  if (downloads.get(offered.pack)?.stop) return;
  const stop = new AbortController();
  const onProgress = (bytes: number) => {
    downloads.set(offered.pack, { done: bytes / offered.size, stop });
    draw(screen);
  };
  onProgress(0);
  try {
    await fetchPack(offered, { onProgress, signal: stop.signal });
    downloads.delete(offered.pack);
    announce(sentence(ref(section, 'pack-list.done'), { name: offered.name }));
    // Now there is something to lose: ask the browser to keep it. Whether it will is on the meter.
    await navigator.storage?.persist?.().catch(() => false);
  } catch (error) {
    const { reason } = downloadError(error, stop.signal);
    if (reason === 'cancelled') downloads.delete(offered.pack);
    else downloads.set(offered.pack, { failed: reason });
    draw(screen);
    // The pack may have been built anew meanwhile: the next try should ask for today's.
    if (reason === 'changed') await askServer(screen);
  }
  await refresh(screen);
}

async function remove(screen: Screen, row: Row): Promise<void> {
  const { section, language } = screen;
  if (!(await askToRemove(ref(section, 'pack-list.ask', HTMLDialogElement), row.values))) return;
  await dropPack(row.key, language);
  screen.downloads.delete(row.key);
  await refresh(screen);
  const gone = maybeRef(section, 'pack-list.gone');
  if (gone) announce(sentence(gone, { name: row.values['name'] ?? '' }));
}
