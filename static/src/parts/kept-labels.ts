/** The labels of fields, read from the pages of forms: those that this phone has kept, else the server's. */
import { findPage } from '../phone/pages.ts';
import { fetchWithin, within } from '../sync/within.ts';
import { formKey } from './known-forms.ts';

/** Gives the label of a field of a form ("<id>/<version>"), or undefined where it is not known here. */
export type LabelOf = (form: string, field: string) => string | undefined;

const LIMIT = 4_000;

const pages = new Map<string, Document>();

/** Read the labels of these records' forms. A page that is not reached now is asked for the next time. */
export async function keptLabels(
  language: string,
  records: readonly { form_id: string; form_version: number }[],
): Promise<LabelOf> {
  for (const key of new Set(records.map(formKey))) {
    if (pages.has(key)) continue;
    const html = await pageOf(`/${language}/forms/${key}`).catch(() => undefined);
    if (html) pages.set(key, new DOMParser().parseFromString(html, 'text/html'));
  }
  return (form, field) => {
    const asked = pages.get(form)?.querySelector(`[data-id="${CSS.escape(field)}"]`);
    const label = asked?.querySelector('label, legend');
    // "(optional)" and the like stand in elements of their own inside the label.
    return label?.firstChild?.textContent?.trim() || undefined;
  };
}

async function pageOf(path: string): Promise<string | undefined> {
  const kept = await findPage(path).catch(() => undefined);
  if (kept) return kept.main;
  const answer = await fetchWithin(LIMIT, path, { credentials: 'omit' });
  return answer.ok && !answer.redirected ? within(LIMIT, answer.text()) : undefined;
}
