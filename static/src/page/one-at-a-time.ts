/** Draw again and again without an older drawing ever covering a newer one. */

/** The work, run once at a time; asked for meanwhile, it runs once more, and whoever asked waits for that. */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let again = false;
  const rounds = async () => {
    do {
      again = false;
      await work();
    } while (again);
  };
  return () => {
    again = true;
    running ??= rounds().finally(() => {
      running = undefined;
    });
    return running;
  };
}
