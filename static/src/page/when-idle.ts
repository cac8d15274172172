/** Wait until the page has time, so that what is not read first never delays what is. */

const LONGEST = 2_000;
const USUAL = 300;

/** Fulfilled when the browser is idle; where it cannot tell, after a moment. */
export function whenIdle(): Promise<unknown> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(resolve, { timeout: LONGEST });
    else setTimeout(resolve, USUAL);
  });
}
