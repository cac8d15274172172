/** Draw a QR code onto a canvas of the template: dark on white with four modules of white, in dark mode too. */
import { encode } from 'uqr';

const BORDER = 4;
const PIXELS = 8;

/** Pixels per module are whole, so that every edge is sharp; the style scales the canvas. */
export function drawQr(canvas: HTMLCanvasElement, text: string): void {
  const { data, size } = encode(text, { ecc: 'L', border: BORDER });
  canvas.width = size * PIXELS;
  canvas.height = size * PIXELS;
  const paint = canvas.getContext('2d');
  if (!paint) return;
  paint.fillStyle = '#fff';
  paint.fillRect(0, 0, canvas.width, canvas.height);
  paint.fillStyle = '#14212f';
  data.forEach((line, y) => {
    line.forEach((dark, x) => {
      if (dark) paint.fillRect(x * PIXELS, y * PIXELS, PIXELS, PIXELS);
    });
  });
}
