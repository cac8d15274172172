/** Words that were half typed, mistyped, run together or typed with the letters of an input method. */

import { knows, type Prepared } from './prepare.ts';
import { bareWord, type Word, wordsOf } from './words.ts';

/** Letters of a word in which one may be wrong. */
const SHORTEST_SLIP = 3;

const TELEX: [RegExp, string][] = [
  [/dd/g, 'd'],
  [/([aeo])\1/g, '$1'],
  [/([aou])w/g, '$1'],
];
const TELEX_TONE = /([a-z])[sfrxj]$/;

/** Give the word that was meant by raw Telex or VNI letters: ddawng, kys, d9ang. */
export function retyped(prepared: Prepared, word: Word): Word {
  if (!word.bare || knows(prepared, word.key)) return word;
  let letters = word.key;
  for (const [pattern, letter] of TELEX) letters = letters.replace(pattern, letter);
  const meant = wordsOf(`${letters} ${letters.replace(TELEX_TONE, '$1')} ${letters.replace(/[0-9]/g, '')}`);
  return meant.find((one) => knows(prepared, one.key)) ?? word;
}

/** Give the words that the last one may become while it is being typed. */
export function completions(prepared: Prepared, words: readonly Word[]): Word[][] {
  const start = words.at(-1)?.key ?? '';
  const before = words.at(-2)?.key ?? '';
  if (before === '' && start.length === 1) return [];
  const longer = prepared.vocabulary.filter((key) => key.length > start.length && key.startsWith(start));
  const fitting = longer.filter((key) => before === '' || prepared.pairs.has(`${before} ${key}`));
  return fitting.map((key) => [bareWord(key)]);
}

/** Give what an unknown word may be: two run together, or one wrong letter beside a word it goes with. */
export function likelyWords(prepared: Prepared, words: readonly Word[], place: number): Word[][] {
  const { pairs, vocabulary } = prepared;
  const typed = words[place]?.key ?? '';
  const together: Word[][] = [];
  for (let cut = 1; cut < typed.length; cut += 1) {
    const [first, second] = [typed.slice(0, cut), typed.slice(cut)];
    if (pairs.has(`${first} ${second}`)) together.push([bareWord(first), bareWord(second)]);
  }
  if (together.length > 0) return together;
  if (typed.length < SHORTEST_SLIP) return [];
  const before = words[place - 1]?.key ?? '';
  const after = words[place + 1]?.key ?? '';
  const close = vocabulary.filter((key) => isOneSlip(typed, key));
  const fitting = close.filter((key) => pairs.has(`${before} ${key}`) || pairs.has(`${key} ${after}`));
  return fitting.map((key) => [bareWord(key)]);
}

/** Tell whether one letter is wrong, missing, too many, or two neighbours are swapped. */
export function isOneSlip(typed: string, meant: string): boolean {
  if (Math.abs(typed.length - meant.length) > 1) return false;
  let same = 0;
  while (same < Math.min(typed.length, meant.length) && typed[same] === meant[same]) same += 1;
  const [rest, wanted] = [typed.slice(same), meant.slice(same)];
  if (rest.length > wanted.length) return rest.slice(1) === wanted;
  if (rest.length < wanted.length) return rest === wanted.slice(1);
  const swapped = rest.slice(1, 2) + rest.slice(0, 1) + rest.slice(2);
  return rest.slice(1) === wanted.slice(1) || swapped === wanted;
}
