/** After signing in: this phone belongs to the person. After signing out: to nobody, its work stays. */

import { given, ref } from '../page/refs.ts';
import { showState } from '../page/stamp.ts';
import { keepPerson, readPerson } from '../phone/person.ts';
import { bindPhone } from '../sync/bind-phone.ts';

/** Bind the phone to the person of this page, and say what became of it. */
export async function startBindPhone(element: HTMLElement): Promise<void> {
  showState(ref(element, 'bind-phone.outcome'), await bindPhone(given(element, 'person')));
}

/** Forget whose phone this is. */
export async function startUnbindPhone(): Promise<void> {
  if (await readPerson()) await keepPerson(undefined);
}
