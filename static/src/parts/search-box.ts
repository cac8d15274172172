/** Search as you type in the catalogue of all guides, with or without signal. */
import { announce } from '../page/announce.ts';
import { given, maybeRef, ref } from '../page/refs.ts';
import { fill, repeat, showState } from '../page/stamp.ts';
import { pageLanguage } from '../page/write-numbers.ts';
import { keptPaths } from '../phone/pages.ts';
import { type Catalogue, find, type Prepared, prepare } from '../phone/search.ts';
import { loadCatalogue } from '../sync/fetch-catalogue.ts';
import { searchRows } from './search-rows.ts';

const PAUSE = 120;
const WITH_ROWS = ['results', 'ask', 'ask-one'];

type Ready = { catalogue: Catalogue; prepared: Prepared; kept: Set<string> };

/** What was typed stands in the address, so that coming back from a guide shows the same results. */
export function startSearchBox(box: HTMLElement): void {
  const input = ref(box, 'search-box.input', HTMLInputElement);
  const clear = maybeRef(box, 'search-box.clear');
  let ready: Promise<Ready> | undefined;
  const open = () => {
    ready ??= openCatalogue(given(box, 'catalogue')).catch((error) => {
      ready = undefined;
      throw error;
    });
    return ready;
  };
  let newest = 0;
  const search = async () => {
    newest += 1;
    const mine = newest;
    const typed = input.value.trim();
    keepInAddress(typed);
    if (clear) clear.hidden = typed === '';
    if (typed === '') return show(box, 'idle');
    if (!ready) show(box, 'loading');
    const opened = await open().catch(() => undefined);
    if (mine !== newest) return;
    if (opened) showAnswer(box, opened, typed);
    else show(box, 'failed');
  };
  let pause: ReturnType<typeof setTimeout> | undefined;
  input.addEventListener('focus', () => void open().catch(() => undefined), { once: true });
  input.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(search, PAUSE);
  });
  input.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    input.blur();
    void search();
  });
  clear?.addEventListener('click', () => {
    input.value = '';
    void search();
    input.focus();
  });
  input.value ||= new URLSearchParams(location.search).get('q') ?? '';
  if (input.value) void search();
}

async function openCatalogue(url: string): Promise<Ready> {
  const [catalogue, kept] = await Promise.all([
    loadCatalogue(url),
    keptPaths().catch(() => new Set<string>()),
  ]);
  return { catalogue, prepared: prepare(catalogue), kept };
}

function showAnswer(box: HTMLElement, { catalogue, prepared, kept }: Ready, typed: string): void {
  const { state, rows } = searchRows({
    answer: find(prepared, typed),
    typed,
    catalogue,
    kept,
    language: pageLanguage(),
  });
  repeat(ref(box, 'search-box.rows'), rows);
  const outcome = ref(box, 'search-box.outcome');
  fill(outcome, { count: rows.length });
  show(box, state);
  const said = outcome.querySelector<HTMLElement>(`[data-state="${state}"]`);
  announce(`${said?.textContent?.trim() ?? ''} ${rows.length || ''}`);
}

function show(box: HTMLElement, state: string): void {
  showState(ref(box, 'search-box.outcome'), state);
  ref(box, 'search-box.rows').hidden = !WITH_ROWS.includes(state);
  const rest = maybeRef(document, 'search-box.rest');
  if (rest) rest.hidden = state !== 'idle';
  const served = maybeRef(box, 'search-box.served');
  if (served) served.hidden = true;
}

function keepInAddress(typed: string): void {
  const address = new URL(location.href);
  if (typed) address.searchParams.set('q', typed);
  else address.searchParams.delete('q');
  if (address.href !== location.href) history.replaceState(history.state, '', address);
}
