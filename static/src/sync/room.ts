/** Ask how much room is left before something is downloaded. */

/** Left free for drafts and photos, which matter more than a guide. */
const RESERVE = 5_000_000;

/** Whether this many bytes fit and leave the reserve. A browser that does not say is trusted to fail. */
export async function hasRoomFor(bytes: number): Promise<boolean> {
  const estimate = await navigator.storage?.estimate?.().catch(() => undefined);
  if (estimate?.quota === undefined || estimate.usage === undefined) return true;
  return estimate.quota - estimate.usage >= bytes + RESERVE;
}
