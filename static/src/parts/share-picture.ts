/** Share the picture of a code, where the browser can share files. */

/** The button stays hidden where it could do nothing. */
export async function offerToShare(
  button: HTMLButtonElement,
  canvas: HTMLCanvasElement,
  name: string,
): Promise<void> {
  const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!picture) return;
  const files = [new File([picture], `${name}.png`, { type: 'image/png' })];
  if (!navigator.canShare?.({ files })) return;
  // The person may close the sheet: that is no failure.
  button.onclick = () => void navigator.share({ files, text: name }).catch(() => undefined);
  button.hidden = false;
}
