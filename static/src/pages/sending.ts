/** Behaviours of the pages about one's own work: drafts, outbox, receipt, check. */
import './shared/one-chunk.ts';
import { startCheckSlip } from '../parts/check-slip.ts';
import { startDraftList } from '../parts/draft-list.ts';
import { startOutboxList } from '../parts/outbox-list.ts';
import { startReceiptSheet } from '../parts/receipt-sheet.ts';

export const parts = {
  'draft-list': startDraftList,
  'outbox-list': startOutboxList,
  'receipt-sheet': startReceiptSheet,
  'check-slip': startCheckSlip,
};
