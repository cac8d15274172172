import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outcomeState } from '../../../static/src/parts/send-and-tell.ts';

const NOTHING = { received: 0, refused: 0, later: 0, stopped: false, busy: false };

test('each way a run can end has its sentence', () => {
  const state = (change: Partial<typeof NOTHING>, ...causes: string[]) =>
    outcomeState({ ...NOTHING, ...change }, new Set(causes));
  assert.equal(state({}), 'none');
  assert.equal(state({ stopped: true, received: 1 }), 'revoked');
  assert.equal(state({ received: 2 }), 'sent');
  assert.equal(state({ received: 2, later: 1 }, 'server'), 'sent-some');
  assert.equal(state({ received: 2, refused: 1 }), 'refused');
  assert.equal(state({ busy: true }), 'running');
  assert.equal(state({ later: 1 }, 'no_network'), 'offline');
  assert.equal(state({ later: 1 }, 'foreign'), 'blocked');
  assert.equal(state({ later: 1 }, 'busy'), 'later');
});
