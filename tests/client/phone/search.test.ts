import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type Catalogue, find, prepare } from '../../../static/src/phone/search.ts';

interface Case {
  query: string;
  kind: string;
  hits: [string, number][];
}

function shared<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../shared/search/${name}.json`, import.meta.url), 'utf8'));
}

const CATALOGUE = shared<Catalogue>('catalogue');
const prepared = prepare(CATALOGUE);

function codes(query: string): string[] {
  return find(prepared, query).hits.map((hit) => hit.code);
}

test('every query is answered as the golden file says, on the phone as on the server', () => {
  for (const { query, kind, hits } of shared<Case[]>('golden')) {
    const answer = find(prepared, query);
    assert.equal(answer.kind, kind, query);
    assert.deepEqual(
      answer.hits.map((hit) => hit.code),
      hits.map(([code]) => code),
      query,
    );
    hits.forEach(([, score], at) => {
      assert.ok(Math.abs((answer.hits[at]?.score ?? 0) - score) < 1e-9, query);
    });
  }
});

test('a catalogue of one guide and one without guides are searched too', () => {
  const one = prepare({ ...CATALOGUE, guides: CATALOGUE.guides.slice(0, 1) });
  assert.deepEqual(
    find(one, 'khai sinh').hits.map((hit) => hit.code),
    ['1.900001'],
  );
  assert.equal(find(prepare({ ...CATALOGUE, guides: [] }), 'khai sinh').kind, 'not_found');
});

test('while a name is typed, its guide is among the first three from the second word on', () => {
  const name = 'gia hạn tạm trú';
  for (let end = 'gia hạn t'.length; end <= name.length; end += 1) {
    assert.ok(codes(name.slice(0, end)).slice(0, 3).includes('1.900018'), name.slice(0, end));
  }
});

test('a very long text is answered and not read to its end', () => {
  assert.equal(codes(`đăng ký khai sinh ${'em xin '.repeat(50_000)}`)[0], '1.900001');
});
