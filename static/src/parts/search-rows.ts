/** What a search found as rows, each with whether its guide is on the phone. Pure. */
import type { Row } from '../page/stamp.ts';
import { fold } from '../phone/fold.ts';
import type { Answer, Catalogue } from '../phone/search.ts';
import { guidePath, guideRow } from './guide-row.ts';

const STATES = { answer: 'results', ask_back: 'ask', not_found: 'none' } as const;

/** A search and what its rows depend on. */
export type Search = {
  answer: Answer;
  typed: string;
  catalogue: Catalogue;
  kept: ReadonlySet<string>;
  language: string;
};

/** The state of the result list, and its rows. */
export function searchRows({ answer, typed, catalogue, kept, language }: Search): {
  state: string;
  rows: Row[];
} {
  const rows = answer.hits.flatMap(({ code }) => {
    const row = guideRow(catalogue, code, language);
    if (!row) return [];
    const state = kept.has(guidePath(code, language)) ? 'kept' : 'not-kept';
    const other = nameThatFits(catalogue, code, String(row.values['title']), typed);
    return [{ ...row, state, values: { ...row.values, other } }];
  });
  const state = STATES[answer.kind];
  return { state: state === 'ask' && rows.length === 1 ? 'ask-one' : state, rows };
}

/** The other name that holds what was typed, where the title does not: it shows why the guide was found. */
function nameThatFits(catalogue: Catalogue, code: string, title: string, typed: string): string | null {
  const wanted = fold(typed);
  if (fold(title).includes(wanted)) return null;
  const names = catalogue.guides.find(([known]) => known === code)?.[3] ?? [];
  return names.find((name) => fold(name).includes(wanted)) ?? null;
}
