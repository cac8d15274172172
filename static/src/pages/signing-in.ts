/** What the pages of people need, which no phone keeps: whose phone this is. */

import { startParts } from '../page/start.ts';
import { startBindPhone, startUnbindPhone } from '../parts/bind-phone.ts';

startParts({ 'bind-phone': startBindPhone, 'unbind-phone': startUnbindPhone });
