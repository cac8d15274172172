/** What runs on the pages of the desk, which no phone keeps. */

import { startParts } from '../page/start.ts';
import { startCheckDossier } from '../parts/check-dossier.ts';
import { startCheckKeys } from '../parts/check-keys.ts';
import { startCopyAnswers } from '../parts/copy-answers.ts';
import { startDeskKeys } from '../parts/desk-keys.ts';
import { startNoteCode } from '../parts/note-code.ts';

startParts({
  'check-dossier': startCheckDossier,
  'check-keys': startCheckKeys,
  'copy-answers': startCopyAnswers,
  'desk-keys': startDeskKeys,
  'note-code': startNoteCode,
});
