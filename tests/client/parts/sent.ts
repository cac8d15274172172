/** Invented submissions and drafts as the lists get them, and sentences that show what they were asked. */
import type { KnownForms } from '../../../static/src/parts/known-forms.ts';
import type { Say } from '../../../static/src/parts/words.ts';
import type { Dossier, DraftContent, OpenDraft, OpenSubmission } from '../../../static/src/phone/work.ts';

export const NOW = new Date(2026, 10, 21, 10, 15);

export const FORMS: KnownForms = {
  'khai-sinh/1': {
    name: 'Khai sinh',
    title: 'Tờ khai đăng ký khai sinh',
    sections: [
      { id: 'applicant' },
      { id: 'marriage', show_if: ['=', ['field', 'married'], ['text', 'yes']] },
      { id: 'child' },
    ],
  },
};

/** Gives list, state and values in place of a sentence. */
export const say: Say = (list, state, values = {}) =>
  [list.split('.')[1], state, ...Object.values(values)].join(' ');

/** At this hour and minute of 21 November 2026, by the clock of the phone. */
export function at(hour: number, minute = 0, day = 21): string {
  return new Date(2026, 10, day, hour, minute).toISOString();
}

export function content(change: Partial<DraftContent> = {}): DraftContent {
  const facts = [{ at: at(9), fact: 'started' }];
  return { answers: {}, papers: {}, title: 'Lò Thị Thử', started_at: at(9), facts, ...change };
}

const RECORD = { keyring: 'k', form_id: 'khai-sinh', form_version: 1, saved_at: at(9, 42), photo_count: 0 };

export function draft(id: string, typed = content()): OpenDraft {
  return { ...RECORD, id, kind: 'draft', content: typed };
}

export function sent(id: string, change: Partial<OpenSubmission> = {}): OpenSubmission {
  return {
    ...RECORD,
    id,
    kind: 'submission',
    content: content(),
    wire: '{}',
    sha256: 's',
    state: 'waiting',
    queued_at: at(9, 50),
    tries: 0,
    commune_code: '17728',
    incomplete: false,
    facts: [{ at: at(9, 50), fact: 'queued' }],
    ...change,
  };
}

export function dossier(id: string, state: string, change: Partial<Dossier> = {}): Dossier {
  return { id, code: 'TS7K4M92QX', version: 2, state, items: [], at: at(10), ...change };
}
