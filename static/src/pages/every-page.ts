/** What runs on every page; the behaviours of single pages are loaded where a page names one. */

import './shared/one-chunk.ts';
import { startParts } from '../page/start.ts';
import { whenIdle } from '../page/when-idle.ts';
import { startBigText } from '../parts/big-text.ts';
import { startCommuneName } from '../parts/commune-name.ts';
import { startRegisterWorker } from '../parts/register-worker.ts';
import { startRememberLanguage } from '../parts/remember-language.ts';
import { startRenewCommune } from '../parts/renew-commune.ts';
import { startStatusLine } from '../parts/status-line.ts';
import { startUpdateNotice } from '../parts/update-notice.ts';

const parts = {
  'register-worker': startRegisterWorker,
  'status-line': startStatusLine,
  'update-notice': startUpdateNotice,
  'remember-language': startRememberLanguage,
  'commune-name': startCommuneName,
  'renew-commune': startRenewCommune,
  'big-text': startBigText,
};

startParts(parts, [
  { names: ['search-box', 'recent-list', 'filter-list'], load: () => import('./finding.ts') },
  {
    names: [
      ...['note-seen', 'cases', 'checklist', 'commune-values', 'age-notice', 'read-aloud', 'print-page'],
      ...['pack-list', 'storage-meter', 'choose-commune', 'install-prompt'],
    ],
    load: () => import('./reading.ts'),
  },
  { names: ['fill-form'], load: () => import('./filling.ts') },
  { names: ['review-form', 'portal-sheet'], load: () => import('./reviewing.ts') },
  {
    names: ['draft-list', 'outbox-list', 'receipt-sheet', 'check-slip'],
    load: () => import('./sending.ts'),
  },
  { names: ['sending-run'], load: () => whenIdle().then(() => import('./sending-run.ts')) },
]);
