/** Behaviours of the page on which a form is filled in. */
import './shared/one-chunk.ts';
import { startFillForm } from '../parts/fill-form.ts';

export const parts = { 'fill-form': startFillForm };
