/** Choose this commune: its values and page are kept on the phone. */
import { given, maybeRef, ref } from '../page/refs.ts';
import { showState } from '../page/stamp.ts';
import { chosenCommune, dropCommune } from '../phone/communes.ts';
import { downloadError, keeping } from '../sync/download-error.ts';
import { fetchCommune } from '../sync/fetch-commune.ts';

/** The state says at every step what is on the phone; a failed choice changes nothing. */
export async function startChooseCommune(box: HTMLElement): Promise<void> {
  const code = given(box, 'code');
  const words = ref(box, 'choose-commune.state');
  const choose = ref(box, 'choose-commune.choose', HTMLButtonElement);
  const forget = maybeRef(box, 'choose-commune.forget');
  const show = (state: string) => {
    showState(words, state);
    choose.hidden = state === 'chosen';
    choose.disabled = state === 'loading';
    if (forget) forget.hidden = state !== 'chosen';
  };
  choose.addEventListener('click', async () => {
    show('loading');
    show(await outcome(fetchCommune(code), 'chosen'));
  });
  forget?.addEventListener('click', async () => {
    show(await outcome(keeping(dropCommune(code)), 'other'));
  });
  const chosen = await chosenCommune().catch(() => undefined);
  show(chosen?.code === code ? 'chosen' : 'other');
}

function outcome(work: Promise<void>, done: string): Promise<string> {
  return work.then(
    () => done,
    (error: unknown) => `failed-${downloadError(error).reason}`,
  );
}
