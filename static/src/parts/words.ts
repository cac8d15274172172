/** The sentences that a template keeps hidden for scripts, by list and state. */
import { momentOf } from '../page/moments.ts';
import { MissingHook, ref } from '../page/refs.ts';
import { sentence, type Values } from '../page/stamp.ts';

/** Gives the sentence of a list in this state, filled in; `other` stands in where the list has no such state. */
export type Say = (list: string, state: string, values?: Values) => string;

/** The sentences of the lists inside this element. */
export function wordsIn(root: ParentNode): Say {
  return (list, state, values = {}) => {
    const states = Array.from(ref(root, list).querySelectorAll<HTMLElement>('[data-state]'));
    const found = states.find(({ dataset }) => dataset['state'] === state);
    const words = found ?? states.find(({ dataset }) => dataset['state'] === 'other');
    if (!words) throw new MissingHook(`${list} ${state}`, 'sentence');
    return sentence(words, values);
  };
}

/** What sentences about moments are written with. */
export type Telling = { say: Say; now: Date; language: string };

/** A moment in words: "9:42 today". */
export function sayMoment(at: string | number, { say, now, language }: Telling): string {
  const { state, values } = momentOf(new Date(at), now, language);
  return say('words.moment', state, values);
}

/** The same where space is short: a moment of today is its time alone. */
export function sayWhen(at: string | number, telling: Telling): string {
  const { state, values } = momentOf(new Date(at), telling.now, telling.language);
  return state === 'today' ? values.time : sayMoment(at, telling);
}

/** The same on paper, which is read on another day: always with its day. */
export function sayDay(at: string | number, { say, now, language }: Telling): string {
  return say('words.moment', 'day', momentOf(new Date(at), now, language).values);
}
