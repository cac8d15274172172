/** What the phone's database holds. Stores and fields are only ever added. */
import type { DBSchema } from 'idb';
import type { Kept, KeptDossier, Keyring, OutboxRow } from './work.ts';

/** A text by language code; `vi` is always there. */
export type Text = { vi: string; en?: string };

/** The two blocks of a kept page, and the number of the markup that they were made for. */
export type KeptPage = { path: string; pack: string; title: string; main: string; markup: number };

/** A downloaded pack, without its pages. `bytes` is what travelled, `sha256` is of the content. */
export type KeptPack = {
  pack: string;
  language: string;
  name: string;
  sha256: string;
  bytes: number;
  guides: number;
  markup: number;
  saved_at: string;
};

/** One value that holds in one commune, and who says so. */
export type CommuneValue = { subject: string; text: Text; source: Text; stated_on: string };

export type KeptCommune = { code: string; name: string; values: CommuneValue[]; saved_at: string };

export type Setting = { name: string; value: unknown };

export type Seen = { code: string; seen_at: string };

/** The ticks and case answers of one guide; no word that a person typed. */
export type Checklist = { code: string; ticked: string[]; answers: Record<string, string> };

export interface PhoneSchema extends DBSchema {
  pages: { key: string; value: KeptPage; indexes: { pack: string } };
  packs: { key: [string, string]; value: KeptPack };
  communes: { key: string; value: KeptCommune };
  settings: { key: string; value: Setting };
  recent: { key: string; value: Seen; indexes: { seen_at: string } };
  checklists: { key: string; value: Checklist };
  keyrings: { key: string; value: Keyring };
  drafts: { key: string; value: Kept };
  outbox: { key: string; value: OutboxRow; indexes: { state: string } };
  dossiers: { key: string; value: KeptDossier };
}
