/** Lists of phrases, found in a row of words: ignored ones, faint ones, and those that mean another phrase. */

import { sameWord, type Word, wordsOf } from './words.ts';

/** One phrase and what else it may mean. */
export interface Phrase {
  readonly words: readonly Word[];
  readonly meanings: readonly (readonly Word[])[];
}

/** Phrases by their first word, the longest first. */
export interface Phrases {
  readonly keys: ReadonlySet<string>;
  readonly single: ReadonlySet<string>;
  readonly byKey: ReadonlyMap<string, readonly Phrase[]>;
}

/** Make a list ready: each row is a phrase and what else it may mean. */
export function phrasesOf(listed: readonly (readonly string[])[]): Phrases {
  const keys = new Set<string>();
  const single = new Set<string>();
  const byKey = new Map<string, Phrase[]>();
  for (const [said = '', ...meanings] of listed) {
    const words = wordsOf(said);
    const first = words[0];
    if (!first) continue;
    const phrases = byKey.get(first.key) ?? [];
    phrases.push({ words, meanings: meanings.map(wordsOf) });
    byKey.set(first.key, phrases);
    for (const word of words) keys.add(word.key);
    if (words.length === 1) single.add(first.exact);
  }
  for (const phrases of byKey.values()) phrases.sort((a, b) => b.words.length - a.words.length);
  return { keys, single, byKey };
}

/** Give the longest phrase that begins at a place of a query. */
export function longest(list: Phrases, words: readonly Word[], place: number): Phrase | undefined {
  const phrases = list.byKey.get(words[place]?.key ?? '') ?? [];
  return phrases.find((phrase) =>
    phrase.words.every((word, step) => {
      const typed = words[place + step];
      return typed !== undefined && sameWord(typed, word);
    }),
  );
}

/** Tell whether a word, with its marks, is listed by itself. */
export function holds(list: Phrases, word: Word): boolean {
  return list.single.has(word.exact);
}
