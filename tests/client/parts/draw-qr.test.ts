import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeQR } from 'qr/decode.js';
import { drawQr } from '../../../static/src/parts/draw-qr.ts';

/** A canvas that keeps its pixels, as far as the drawing needs one. */
function canvas() {
  const found = { width: 0, height: 0, data: new Uint8Array() };
  const paint = {
    fillStyle: '',
    fillRect(x: number, y: number, width: number, height: number) {
      if (found.data.length !== found.width * found.height * 4) {
        found.data = new Uint8Array(found.width * found.height * 4);
      }
      const shade = paint.fillStyle === '#fff' ? 255 : 20;
      for (let line = y; line < y + height; line += 1) {
        const start = (line * found.width + x) * 4;
        found.data.fill(shade, start, start + width * 4);
      }
    },
  };
  return Object.assign(found, { getContext: () => paint }) as unknown as HTMLCanvasElement & typeof found;
}

test('another reader reads exactly the address that was drawn', () => {
  const slip = `${'eyJhbGciOiJFUzI1NiJ9'.repeat(12)}.${'Zz09_-'.repeat(20)}`;
  const address = `https://tiepsuc.example/vi/check#${slip}`;
  const drawn = canvas();
  drawQr(drawn, address);
  assert.equal(decodeQR(drawn), address);
});

test('four modules around the code stay white', () => {
  const drawn = canvas();
  drawQr(drawn, 'TS7K4M92QX');
  const edge = 4 * 8;
  for (let x = 0; x < drawn.width; x += 1) {
    for (let y = 0; y < edge; y += 1) assert.equal(drawn.data[(y * drawn.width + x) * 4], 255);
  }
});
