/** Behaviours of the pages that people read and keep: guides, communes, "on this phone". */
import './shared/one-chunk.ts';
import { startAgeNotice } from '../parts/age-notice.ts';
import { startCases } from '../parts/cases.ts';
import { startChecklist } from '../parts/checklist.ts';
import { startChooseCommune } from '../parts/choose-commune.ts';
import { startCommuneValues } from '../parts/commune-values.ts';
import { startInstallPrompt } from '../parts/install-prompt.ts';
import { startNoteSeen } from '../parts/note-seen.ts';
import { startPackList } from '../parts/pack-list.ts';
import { startPrintPage } from '../parts/print-page.ts';
import { startReadAloud } from '../parts/read-aloud.ts';
import { startStorageMeter } from '../parts/storage-meter.ts';

export const parts = {
  'note-seen': startNoteSeen,
  cases: startCases,
  checklist: startChecklist,
  'commune-values': startCommuneValues,
  'age-notice': startAgeNotice,
  'read-aloud': startReadAloud,
  'print-page': startPrintPage,
  'pack-list': startPackList,
  'storage-meter': startStorageMeter,
  'choose-commune': startChooseCommune,
  'install-prompt': startInstallPrompt,
};

export { keepFormPack } from '../sync/keep-form-pack.ts';
export { refreshCommune } from '../sync/refresh-commune.ts';
