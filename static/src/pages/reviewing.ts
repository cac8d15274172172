/** Behaviours of the pages on which a filled form is looked through: before sending, and for the portal. */
import './shared/one-chunk.ts';
import { startPortalSheet } from '../parts/portal-sheet.ts';
import { startReviewForm } from '../parts/review-form.ts';

export const parts = { 'review-form': startReviewForm, 'portal-sheet': startPortalSheet };
