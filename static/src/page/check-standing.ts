/** How far the check of a dossier is: pure counting. */

/** One line: `right`, `back` or nothing yet; a line that is not needed may stay open. */
export type Checked = { mark: string | undefined; needed: boolean };

/** What the bar says; `seen` counts needed lines only. */
export type Standing = { seen: number; back: number; canComplete: boolean };

/** Complete means: nothing goes back, and every needed line is right. */
export function standingOf(lines: readonly Checked[]): Standing {
  const back = lines.filter((line) => line.mark === 'back').length;
  const open = lines.filter((line) => line.needed && line.mark !== 'right').length;
  const seen = lines.filter((line) => line.needed && line.mark !== undefined).length;
  return { seen, back, canComplete: lines.length > 0 && back === 0 && open === 0 };
}
