import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromTyped } from '../../../../static/src/phone/form/normalise.ts';
import type { FieldType } from '../../../../static/src/phone/form/rules.ts';
import { examples } from './examples.ts';

interface Example {
  type: FieldType;
  typed: string | string[];
  gives: unknown;
}

test('typed words give the value of the example, on the phone as on the server', () => {
  for (const { type, typed, gives } of examples<Example[]>('typed')) {
    assert.deepEqual(fromTyped(type, typed) ?? null, gives, JSON.stringify(typed));
  }
});
