/** The one row above all lists of home: what waits for the person, by name when it is one thing. */
import { maybeRef } from '../page/refs.ts';
import { fill } from '../page/stamp.ts';
import { pageLanguage } from '../page/write-numbers.ts';
import { readSubmission } from '../phone/outbox.ts';
import type { Need } from '../sync/standing.ts';
import { knownForms, nameOf } from './known-forms.ts';
import { wordsIn } from './words.ts';

/** Show it on the pages that have a place for it. */
export async function showNeeds(needs: readonly Need[]): Promise<void> {
  const row = maybeRef(document, 'needs-you.row');
  const [first, ...more] = needs;
  if (!row) return;
  row.hidden = !first;
  if (!first) return;
  const say = wordsIn(document);
  const sent = more.length === 0 ? await readSubmission(first.id).catch(() => undefined) : undefined;
  fill(row, {
    where: `/${pageLanguage()}/outbox`,
    doing:
      more.length === 0 ? say('words.need', first.kind) : say('words.need', 'many', { count: needs.length }),
    whose: sent ? nameOf(knownForms(document), sent) : null,
  });
}
