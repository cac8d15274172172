/** What a query asks for: parts, each with the ways in which a guide may say it. */

import { longest, type Phrase } from './phrases.ts';
import { FAINT, type Prepared, WHOLE, weightOf } from './prepare.ts';
import { completions, likelyWords, retyped } from './repair.ts';
import { isNumber, type Word, wordsOf } from './words.ts';

/** Words of a query that are read; a longer text is cut. */
const LONGEST = 40;

/** How sure we are of a word: typed, another phrase for it, that of a bare syllable, half typed, mistyped. */
const SAID = 1;
const MEANT = 0.95;
const GUESSED = 0.8;
const COMPLETED = 0.8;
const REPAIRED = 0.75;

/** What a word weighs that no guide has: it speaks against every answer. */
const UNKNOWN = 600;

/** One way to say a part, and how sure we are that it is meant. */
export interface Way {
  readonly words: readonly Word[];
  readonly weights: readonly number[];
  readonly weight: number;
  readonly trust: number;
}

/** A word or phrase of the query; a phrase is said in more than one word. */
export interface Part {
  readonly ways: readonly Way[];
  readonly weight: number;
  readonly faint: boolean;
  readonly phrase: boolean;
}

/** Read a query into parts without what every query says; no parts if only faint words are left. */
export function partsOf(prepared: Prepared, text: string): Part[] {
  const words = wordsOf(text)
    .slice(0, LONGEST)
    .map((word) => retyped(prepared, word));
  const parts: Part[] = [];
  for (let place = 0; place < words.length; ) {
    const phrase = longest(prepared.sameAs, words, place);
    const faint = longest(prepared.faint, words, place);
    const ignored = ignoredAt(prepared, words, place);
    if (phrase && phrase.words.length >= ignored) {
      parts.push(phrasePart(prepared, words, place, phrase));
      place += phrase.words.length;
    } else if (ignored > 0 && (faint?.words.length ?? 0) <= ignored) {
      place += ignored;
    } else {
      for (const word of words.slice(place, place + (faint?.words.length ?? 1))) {
        parts.push(wordPart(prepared, words, place, word, faint !== undefined || isNumber(word)));
        place += 1;
      }
    }
  }
  return parts.every((part) => part.faint) ? [] : parts;
}

function ignoredAt(prepared: Prepared, words: readonly Word[], place: number): number {
  const phrase = longest(prepared.ignored, words, place);
  if (!phrase) return 0;
  const isAlone = phrase.words.length === 1 && words[place]?.bare === true;
  return isAlone && belongs(prepared, words, place) ? 0 : phrase.words.length;
}

/** Tell whether a word typed without marks goes with its neighbour: in "can cuoc" there is no "cần". */
function belongs(prepared: Prepared, words: readonly Word[], place: number): boolean {
  const [before, word, after] = [words[place - 1], words[place], words[place + 1]];
  if (after && prepared.meantFirst.has(`${word?.key} ${after.key}`)) return true;
  return before !== undefined && prepared.meantSecond.has(`${before.key} ${word?.key}`);
}

function phrasePart(prepared: Prepared, words: readonly Word[], place: number, phrase: Phrase): Part {
  const length = phrase.words.length;
  const isGuess = length === 1 && words[place]?.bare === true && phrase.words[0]?.bare === false;
  const said = waysOf(prepared, [words.slice(place, place + length)], SAID);
  const ways = said.concat(waysOf(prepared, phrase.meanings, isGuess ? GUESSED : MEANT));
  const heaviest = heaviestOf(ways);
  const faint = longest(prepared.faint, words, place);
  const isFaint = faint !== undefined && faint.words.length >= length;
  return partOf(ways, Math.min(heaviest, length === 1 ? WHOLE : 2 * WHOLE), isFaint, length > 1);
}

function wordPart(
  prepared: Prepared,
  words: readonly Word[],
  place: number,
  word: Word,
  isFaint: boolean,
): Part {
  let ways = waysOf(prepared, [[word]], SAID);
  const weight = ways[0]?.weight ?? 0;
  if (place === words.length - 1)
    ways = ways.concat(waysOf(prepared, completions(prepared, words), COMPLETED));
  if (ways.length === 0) ways = waysOf(prepared, likelyWords(prepared, words, place), REPAIRED);
  return partOf(ways, weight || heaviestOf(ways), isFaint, false);
}

function waysOf(prepared: Prepared, phrases: readonly (readonly Word[])[], trust: number): Way[] {
  const ways = phrases.map((words) => {
    const weights = words.map((word) => weightOf(prepared, word));
    return { words, weights, weight: weights.reduce((sum, weight) => sum + weight, 0), trust };
  });
  return ways.filter((way) => way.weight > 0);
}

function heaviestOf(ways: readonly Way[]): number {
  return ways.length > 0 ? Math.max(...ways.map((way) => way.weight)) : UNKNOWN;
}

function partOf(ways: readonly Way[], weight: number, faint: boolean, phrase: boolean): Part {
  return { ways, weight: faint ? Math.floor(weight / FAINT) : weight, faint, phrase };
}
