import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitForSpeech } from '../../../static/src/page/split-for-speech.ts';

test('sentences are read one by one and no word is lost', () => {
  const text = 'Nộp tại xã.\n  Mang theo: thẻ căn cước;   giấy chứng sinh. Lệ phí 8.000 đồng';
  const pieces = splitForSpeech(text);
  assert.equal(pieces[0], 'Nộp tại xã.');
  assert.equal(pieces.join(' ').replace(/\s/g, ''), text.replace(/\s/g, ''));
});

test('a long sentence is cut between words', () => {
  const text = Array.from({ length: 90 }, (_, index) => `từ${index}`).join(' ');
  const pieces = splitForSpeech(text);
  assert.ok(pieces.every((piece) => piece.length <= 180));
  assert.equal(pieces.join(' '), text);
});

test('nothing to read gives no piece', () => {
  assert.deepEqual(splitForSpeech('  \n '), []);
});
