/** Wire format 1: what leaves the phone of a submission, made once and repeated byte for byte. */
import { fromTyped } from '../phone/form/normalise.ts';
import { AnswersGone } from '../phone/gone.ts';
import type { Keys } from '../phone/keys.ts';
import type { WireParts } from '../phone/queue-draft.ts';
import { sealText } from '../phone/seal.ts';
import type { OpenDraft, Replaced } from '../phone/work.ts';
import { canonical } from './canonical.ts';
import { sha256 } from './digest.ts';

export type Consent = {
  purpose: string;
  text_version: string;
  at: string;
  method: 'screen';
  recorded_by?: string;
};

/** The fields of a form that hold who applies, for whom, and how they are related: parts of FormRules. */
export type Roles = {
  applicant?: { name?: string | null; phone?: string | null } | null;
  subject?: { name?: string | null } | null;
  relation?: string | null;
};

/** What the review page adds to the draft. */
export type Sending = {
  keys: Keys;
  roles: Roles;
  commune_code: string;
  consents: Consent[];
  author: { person?: string; role: string };
  incomplete: boolean;
  app_release: string;
  captured_at: Date;
  time_zone: string;
};

/** No key to seal with has reached this phone yet. */
export class KeysMissing extends Error {
  override name = 'KeysMissing';
}

/** Seal a draft's content for the server. Throws TooLarge, KeysMissing, or AnswersGone for a locked draft. */
export async function makeWire(
  draft: Pick<OpenDraft, 'form_id' | 'form_version' | 'saved_at' | 'content'>,
  sending: Sending,
): Promise<WireParts> {
  const [key] = sending.keys.seal;
  const { content } = draft;
  if (!key) throw new KeysMissing();
  if (!content) throw new AnswersGone();
  const { commune_code, incomplete } = sending;
  const { replaces = [] } = content;
  const body = {
    format: 1,
    form_id: draft.form_id,
    form_version: draft.form_version,
    commune_code,
    incomplete,
    captured_at: `${sending.captured_at.toISOString().slice(0, 19)}Z`,
    app_release: sending.app_release,
    files: [],
    kept_files: [],
    sealed: await sealText(key, sealedText(content, sending)),
  };
  const parts = { commune_code, incomplete, saved_at: draft.saved_at };
  return { ...parts, ...(await withReplaced(body, replaces)) };
}

/** The same submission with the same seal, replacing something else. */
export function rewire(wire: string, replaces: Replaced[]): Promise<Wired> {
  const { replaces: _, ...body } = JSON.parse(wire);
  return withReplaced(body, replaces);
}

type Wired = { wire: string; sha256: string; replaces: Replaced[] };

async function withReplaced(body: object, replaces: Replaced[]): Promise<Wired> {
  const wire = canonical({ ...body, ...(replaces[0] && { replaces: replaces[0].id }) });
  return { wire, sha256: await sha256(new TextEncoder().encode(wire)), replaces };
}

/** What only the server can read. Composed letters (NFC), whatever the keyboard wrote. */
function sealedText(content: NonNullable<OpenDraft['content']>, sending: Sending): string {
  const { answers, papers, note } = content;
  const text = (field: string | null | undefined) => {
    const answer = field ? answers[field] : undefined;
    return typeof answer === 'string' ? answer : undefined;
  };
  const { applicant, subject, relation } = sending.roles;
  return canonical({
    answers,
    papers,
    files: [],
    applicant: { name: text(applicant?.name), phone: text(applicant?.phone) },
    subject: { name: text(subject?.name) },
    relation: text(relation),
    author: sending.author,
    consents: sending.consents,
    note: fromTyped('multiline', note ?? ''),
    time_zone: sending.time_zone,
  }).normalize('NFC');
}
