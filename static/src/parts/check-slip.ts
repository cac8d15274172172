/** Verify the slip in the address with the kept keys, without signal. Its secret is never shown. */
import { spokenCode } from '../page/moments.ts';
import { ref } from '../page/refs.ts';
import { fill, showState } from '../page/stamp.ts';
import { pageLanguage } from '../page/write-numbers.ts';
import { readKeys } from '../sync/fetch-keys.ts';
import { type Judged, judgeSlip } from './judge-slip.ts';
import { sayDay, wordsIn } from './words.ts';

/** Judged at once, and again when another slip is scanned into the open page. */
export async function startCheckSlip(page: HTMLElement): Promise<void> {
  addEventListener('hashchange', () => void check(page));
  await check(page);
}

async function check(page: HTMLElement): Promise<void> {
  const jws = location.hash.slice(1);
  // Emptied by ourselves below: what was judged stays on the page.
  if (jws === '' && page.dataset['judged']) return;
  // The fragment holds a secret: it must not stay in the address, the history or a screenshot of them.
  if (jws !== '') history.replaceState(history.state, '', location.pathname);
  showState(ref(page, 'check-slip.verdict'), 'loading');
  show(page, await judge(jws));
  page.dataset['judged'] = 'true';
}

/** Keys that came after this release are asked for only when a slip names one. */
async function judge(jws: string): Promise<Judged> {
  const judged = await judgeSlip(jws, await readKeys());
  if (judged.verdict !== 'unknown-key') return judged;
  return judgeSlip(jws, await readKeys('/api/v1/keys'));
}

function show(page: HTMLElement, judged: Judged): void {
  const code = ref(page, 'check-slip.code');
  code.hidden = !('slip' in judged);
  if ('slip' in judged) {
    const { slip } = judged;
    const telling = { say: wordsIn(page), now: new Date(), language: pageLanguage() };
    fill(ref(page, 'check-slip.verdict'), { at: sayDay(slip.at, telling) });
    fill(code, { code: spokenCode(slip.code), plain_code: slip.code, secret: slip.secret });
  }
  showState(ref(page, 'check-slip.verdict'), judged.verdict);
}
