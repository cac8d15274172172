/** What a person works on: the shapes of drafts, submissions and dossiers, as kept and as opened. */

/** Encrypted bytes (AES-256-GCM) under the key of a keyring. */
export type Box = { iv: ArrayBuffer; bytes: ArrayBuffer };

/** One person on this phone. The key cannot be read out of the browser. */
export type Keyring = { id: string; made_at: string; key: CryptoKey };

/** A record of the phone: what may be seen without its key, and the box with all that was typed. */
export type Kept = {
  id: string;
  keyring: string;
  kind: string;
  form_id: string;
  form_version: number;
  saved_at: string;
  photo_count: number;
  box: Box;
};

/** Something that happened to a draft or submission on this phone, for its timeline. */
export type Fact = { at: string; fact: string };

export type Paper = {
  answer: 'have' | 'not_yet' | 'cannot_get' | 'not_applicable' | 'need_help';
  files: string[];
};

/** One field or paper that the desk sent back. */
export type ReturnedItem = { item: string; reason: string; note?: string };

/** A submission that this one takes the place of; `sure` when the server has said that it has it. */
export type Replaced = { id: string; sure: boolean };

/** All that was typed for one case. It is only ever kept in a box. */
export type DraftContent = {
  answers: Record<string, unknown>;
  papers: Record<string, Paper>;
  /** The subject's name, to tell drafts of one form apart; empty while there is none. */
  title: string;
  section?: string;
  started_at: string;
  facts: Fact[];
  /** What the desk asked for, while this draft is the correction of a returned submission. */
  returned?: { submission: string; items: ReturnedItem[] };
  /** The submissions that the next one replaces, newest first. */
  replaces?: Replaced[];
  commune_code?: string;
  note?: string;
  /** What the national portal gave, written down on the portal sheet. */
  portal_code?: string;
};

/** A kept record with its content; without content the box cannot be opened on this phone now. */
export type Opened<T extends { box?: Box }> = Omit<T, 'box'> & { content: DraftContent | undefined };

export type OpenDraft = Opened<Kept>;

export type SubmissionState = 'waiting' | 'received' | 'refused' | 'set_aside';

/** Why a submission waits or was refused: a code of ours, and the fields that it names. */
export type Reason = { code: string; fields?: { field: string; code: string; params?: unknown }[] };

/** What came back from the way to the server, as it came: nobody has looked yet whether it is ours. */
export type RawReply = { status: number; retry_after: string | null; is_problem: boolean; body: unknown };

/** A submission on this phone. Nothing but a complete receipt ends its waiting as received. */
export type OutboxRow = Omit<Kept, 'box'> & {
  /** Gone once the dossier is closed or 90 days have passed after the receipt. */
  box?: Box;
  /** The body as it is sent, the same bytes at every try; empty once it was received. */
  wire: string;
  /** SHA-256 of the wire: the receipt must name it. */
  sha256: string;
  state: SubmissionState;
  queued_at: string;
  /** When it first left the phone; from then on it may have arrived, whatever came back. */
  left_at?: string;
  /** What the worker was answered while no page was open; the next run of a page settles it. */
  reply?: RawReply;
  tries: number;
  next_try_at?: number;
  /** Tries in a row that something between us and the server answered. */
  foreign?: number;
  reason?: Reason;
  /** Our server has said no and keeps nothing of it. */
  declined?: boolean;
  receipt?: string;
  slip?: string;
  code?: string;
  received_at?: string;
  /** How many bytes the wire had, once it was received. */
  bytes?: number;
  replaces?: Replaced[];
  /** The submission that took the place of this one. */
  replaced_by?: string;
  /** The draft in which a received submission is being corrected. */
  reopened_as?: string;
  commune_code: string;
  incomplete: boolean;
  facts: Fact[];
};

export type OpenSubmission = Opened<OutboxRow>;

/** What the desk says about a dossier; its notes are in the box. */
export type KeptDossier = {
  /** The submission that the dossier holds now. */
  id: string;
  code: string;
  version: number;
  state: string;
  items: { item: string; reason: string }[];
  portal_code?: string;
  portal_code_at?: string;
  at: string;
  seen?: boolean;
  keyring?: string;
  notes?: Box;
};

export type Dossier = Omit<KeptDossier, 'items' | 'notes' | 'keyring'> & { items: ReturnedItem[] };
