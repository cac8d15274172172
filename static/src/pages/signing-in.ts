/** What the pages of people need: whose phone this is. */

import './shared/one-chunk.ts';
import { startBindPhone, startUnbindPhone } from '../parts/bind-phone.ts';

export const parts = { 'bind-phone': startBindPhone, 'unbind-phone': startUnbindPhone };
