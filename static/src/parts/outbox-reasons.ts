/** Why a submission was refused, in the words of the template. Pure. */
import type { OpenSubmission } from '../phone/work.ts';
import type { LabelOf } from './kept-labels.ts';
import { formKey } from './known-forms.ts';
import type { Say } from './words.ts';

type Refused = Pick<OpenSubmission, 'form_id' | 'form_version' | 'reason'>;
type Words = { say: Say; labelOf: LabelOf };

/** What to mend: the field by name when it is one and the phone knows it, else how many places. */
export function whyRefused(sent: Refused, { say, labelOf }: Words): string {
  const { code = 'other', fields = [] } = sent.reason ?? {};
  if (fields.length === 0) return say('words.reason', code, { code });
  const [first] = fields;
  const label = fields.length === 1 && first ? labelOf(formKey(sent), first.field) : undefined;
  if (!first || !label) return say('words.reason', 'fields', { count: fields.length });
  return say('words.reason', first.code === 'required' ? 'field-missing' : 'field-wrong', {
    field: asInSentence(label),
  });
}

/** Labels begin with a capital; inside a sentence they do not. */
function asInSentence(label: string): string {
  const [first = '', second = ''] = label;
  // An abbreviation such as CCCD keeps its letters.
  return second === second.toUpperCase() && second !== second.toLowerCase()
    ? label
    : first.toLowerCase() + label.slice(1);
}
