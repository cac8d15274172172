/** What has happened to a submission, oldest first: on this phone, on the server, at the desk. Pure. */
import { writeTime } from '../page/moments.ts';
import type { Row } from '../page/stamp.ts';
import { writeDay } from '../page/write-numbers.ts';
import type { Dossier, Fact, OpenSubmission } from '../phone/work.ts';
import type { Telling } from './words.ts';

/** One row per fact that the page has words for, under a row for each day; the desk's last word ends it. */
export function factRows(
  sent: Pick<OpenSubmission, 'facts' | 'content'>,
  dossier: Dossier | undefined,
  { say, language }: Telling,
): Row[] {
  const told = [...(sent.content?.facts ?? []), ...sent.facts].map(({ at, fact }) => ({
    at,
    fact: say('words.fact', fact),
  }));
  if (dossier) told.push({ at: dossier.at, fact: sayDossier(dossier, say) });
  return underDays(
    told.filter(({ fact }) => fact !== ''),
    language,
  );
}

function sayDossier({ state, portal_code: portal, items }: Dossier, say: Telling['say']): string {
  const values = { items: items.length, portal: portal ?? '' };
  return say('words.fact', state === 'filed' && !portal ? 'filed-plain' : state, values);
}

function underDays(facts: readonly Fact[], language: string): Row[] {
  let last = '';
  return facts.flatMap(({ at, fact }, place) => {
    const moment = new Date(at);
    const day = writeDay(moment, language);
    const row = { key: `${place}`, state: 'fact', values: { fact_at: writeTime(moment), fact } };
    if (day === last) return [row];
    last = day;
    return [{ key: `day ${place}`, state: 'day', values: { day } }, row];
  });
}
