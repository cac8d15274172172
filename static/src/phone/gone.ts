/** The names of what cannot be done because things moved on: queued, edited or deleted in another tab. */

/** The draft is no longer there. Queueing twice ends here: the first one has it. */
export class DraftGone extends Error {
  override name = 'DraftGone';
}

/** The draft was saved again after it was read; what was reviewed is not what is kept. */
export class DraftChanged extends Error {
  override name = 'DraftChanged';
}

/** The submission is no longer there, or no longer in a state in which this can be done. */
export class SubmissionGone extends Error {
  override name = 'SubmissionGone';
}

/** The answers are no longer on this phone, or their box cannot be opened now. */
export class AnswersGone extends Error {
  override name = 'AnswersGone';
}
