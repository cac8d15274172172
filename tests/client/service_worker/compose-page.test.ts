import assert from 'node:assert/strict';
import { test } from 'node:test';
import { composeAnswer, composePage } from '../../../service_worker/compose-page.ts';

test('title and main stand in their holes and nothing else is added', () => {
  const html = composePage(['<title>', '</title><main>', '</main>'], {
    title: 'Khai sinh',
    main: '<h1>$&</h1>',
  });
  assert.equal(html, '<title>Khai sinh</title><main><h1>$&</h1></main>');
});

test('a composed page carries the headers of its release', async () => {
  const answer = composeAnswer('<p>', { 'Content-Security-Policy': "default-src 'self'" });
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('Content-Security-Policy'), "default-src 'self'");
  assert.equal(answer.headers.get('Content-Type'), 'text/html; charset=utf-8');
  assert.equal(await answer.text(), '<p>');
});
