/** Decide which rows of a list stay and which are stamped anew. Pure. */

/** A row that is on the page, or should be: its identity and the template it is made from. */
export type RowIdentity = { key: string; state: string };

/** For each wanted row the index of the present row that stays in place of it, or undefined. */
export function planRows(
  present: readonly RowIdentity[],
  wanted: readonly RowIdentity[],
): (number | undefined)[] {
  const left = new Map(present.map((row, index) => [identity(row), index]));
  return wanted.map((row) => {
    const index = left.get(identity(row));
    left.delete(identity(row));
    return index;
  });
}

function identity({ key, state }: RowIdentity): string {
  return `${state} ${key}`;
}
