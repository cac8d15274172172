/** Keep what is typed within a second, and say whether the phone has it. */
import { ref } from '../page/refs.ts';
import { fill, sentence, showState } from '../page/stamp.ts';
import { pageLanguage, writeDay } from '../page/write-numbers.ts';
import { StorageFull } from '../phone/storage-full.ts';
import { within } from '../sync/within.ts';

const PAUSE = 400;
const LONGEST_PAUSE = 700;
const SLOW = 1_000;
const PHONE = 10_000;

export type Saver = {
  /** Something was typed. */
  touch(): void;
  /** Keep it now; tells whether the phone has all of it. */
  flush(): Promise<boolean>;
  /** Whether something typed is not kept yet. */
  isBehind(): boolean;
};

/** `keep` writes what is on the page at that moment; a trouble stays on the page until it is over. */
export function saveDraft(root: HTMLElement, saved: string | undefined, keep: () => Promise<void>): Saver {
  const state = ref(root, 'save-draft.state');
  const again = ref(state, 'save-draft.again');
  let behindSince: number | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let slow: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<boolean> | undefined;
  let changed = false;

  const tell = (name: 'kept' | 'slow' | 'full' | 'failed', at = new Date()) => {
    const isTrouble = name === 'full' || name === 'failed';
    if (name === 'kept') fill(state, { time: clock(at) });
    showState(state, name);
    again.hidden = !isTrouble;
    const words = state.querySelector<HTMLElement>(`[data-state="${name}"]`);
    const said = isTrouble && words ? sentence(words) : '';
    const alert = ref(state, 'save-draft.alert');
    if (alert.textContent !== said) alert.textContent = said;
  };
  const run = async (): Promise<boolean> => {
    clearTimeout(pause);
    try {
      while (changed) {
        changed = false;
        await within(PHONE, keep());
      }
    } catch (error) {
      changed = true;
      clearTimeout(slow);
      tell(error instanceof StorageFull ? 'full' : 'failed');
      return false;
    }
    clearTimeout(slow);
    if (behindSince !== undefined) tell('kept');
    behindSince = undefined;
    return true;
  };
  const flush = () => {
    running ??= run().finally(() => {
      running = undefined;
    });
    return running;
  };
  const touch = () => {
    changed = true;
    if (behindSince === undefined) {
      behindSince = Date.now();
      slow = setTimeout(() => tell('slow'), SLOW);
    }
    clearTimeout(pause);
    const left = Math.max(0, behindSince + LONGEST_PAUSE - Date.now());
    pause = setTimeout(flush, Math.min(PAUSE, left));
  };
  state.hidden = false;
  if (saved) tell('kept', new Date(saved));
  again.addEventListener('click', flush);
  // The last chances before a phone takes the page away.
  addEventListener('pagehide', flush);
  document.addEventListener('visibilitychange', flush);
  addEventListener('beforeunload', (event) => {
    if (!again.hidden) event.preventDefault();
  });
  return { touch, flush, isBehind: () => behindSince !== undefined };
}

/** "9:42", with the day when it was another day. */
function clock(moment: Date): string {
  const language = pageLanguage();
  const options = { hour: 'numeric', minute: '2-digit' } as const;
  const time = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, options).format(moment);
  const day = writeDay(moment, language);
  return day === writeDay(new Date(), language) ? time : `${time} ${day}`;
}
