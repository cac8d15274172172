import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oneAtATime } from '../../../static/src/page/one-at-a-time.ts';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test('what was asked for meanwhile is done once more, after the first', async () => {
  let state = 'old';
  let shown = '';
  let rounds = 0;
  const draw = oneAtATime(async () => {
    rounds += 1;
    const read = state;
    await pause(read === 'old' ? 20 : 0);
    shown = read;
  });
  const first = draw();
  await pause(5);
  state = 'new';
  await Promise.all([first, draw(), draw()]);
  assert.equal(shown, 'new');
  assert.equal(rounds, 2);
  await draw();
  assert.equal(rounds, 3);
});

test('a failure is told, and the next one runs', async () => {
  let fails = true;
  const draw = oneAtATime(async () => {
    if (fails) throw new Error('broken');
  });
  await assert.rejects(draw());
  fails = false;
  await draw();
});
