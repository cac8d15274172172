/** What the page knows of each form version: its short name, its title, its sections in order. */
import { ref } from '../page/refs.ts';
import type { SectionRules } from '../phone/form/rules.ts';

export type KnownForm = { name: string; title: string; sections: SectionRules[] };

/** Form versions by "<id>/<version>". */
export type KnownForms = Record<string, KnownForm>;

/** Read what the template wrote about forms. */
export function knownForms(root: ParentNode): KnownForms {
  return JSON.parse(ref(root, 'known-forms.names').textContent) as KnownForms;
}

/** The name of what is filled in: "Khai sinh · Lò Thị Thử"; without a name of its own the form's. */
export function nameOf(
  forms: KnownForms,
  record: { form_id: string; form_version: number; content: { title: string } | undefined },
): string {
  const form = forms[formKey(record)]?.name ?? record.form_id;
  return record.content?.title ? `${form} · ${record.content.title}` : form;
}

/** The key of a form version, which is also how its address ends. */
export function formKey({ form_id, form_version }: { form_id: string; form_version: number }): string {
  return `${form_id}/${form_version}`;
}
