/** A submission as a file that the person can save and read: nothing is lost when sending never works. */
import { read } from './database.ts';
import { AnswersGone, SubmissionGone } from './gone.ts';
import { openContent } from './keyring.ts';

/** All answers of a submission and where it stands, as readable JSON. Throws SubmissionGone or AnswersGone. */
export async function exportSubmission(id: string): Promise<string> {
  const row = await read((database) => database.get('outbox', id));
  if (!row) throw new SubmissionGone(id);
  const content = await openContent(row);
  if (!content) throw new AnswersGone(id);
  const { form_id, form_version, commune_code, state, queued_at, code, receipt } = row;
  const about = { form_id, form_version, commune_code, state, queued_at, code, receipt };
  return `${JSON.stringify({ export: 1, id, ...about, ...content, facts: [...content.facts, ...row.facts] }, null, 2)}\n`;
}
