import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { type Build, build } from '../../static/build.mjs';

let dist: string;
let built: Build;

before(async () => {
  dist = await mkdtemp(join(tmpdir(), 'dist-'));
  built = await build(dist);
});

after(() => rm(dist, { recursive: true }));

const ONLINE_ONLY = ['desk.css', 'desk.js', 'people.css', 'signing-in.js'];
const nameOf = (address: string | undefined) => address?.split('/').at(-1) ?? '';

async function brotli(...addresses: (string | undefined)[]): Promise<number> {
  const contents = await Promise.all(addresses.map((address) => readFile(join(dist, nameOf(address)))));
  return contents.reduce((sum, content) => sum + brotliCompressSync(content).length, 0);
}

test('scripts before idle on every page, the worker and the styles stay within their budgets', async () => {
  const { entries, preload } = built;
  assert.ok((await brotli(entries['early.js'], entries['every-page.js'], ...preload)) <= 6_000);
  assert.ok((await brotli('service-worker.js')) <= 6_000);
  assert.ok((await brotli(entries['main.css'])) <= 8_000);
});

test('every script and style that was built is listed for the release, or as online only', async () => {
  const made = (await readdir(dist)).filter((name) => /-[A-Z0-9]{8}\.(js|css)$/.test(name));
  assert.deepEqual([...built.files, ...built.online].map(nameOf).sort(), made.sort());
  for (const [name, address] of Object.entries(built.entries)) {
    assert.equal(built.files.includes(address), !ONLINE_ONLY.includes(name), name);
  }
  for (const address of built.preload) assert.ok(built.files.includes(address));
});

test('what only online pages need is on no phone', async () => {
  assert.deepEqual(built.online, ONLINE_ONLY.map((name) => built.entries[name]).sort());
  assert.ok((await brotli(built.entries['desk.css'])) <= 5_000);
  assert.ok((await brotli(built.entries['desk.js'])) <= 3_000);
});

test('no source map and no address of a source map is built', async () => {
  for (const name of await readdir(dist)) {
    assert.ok(!name.endsWith('.map'));
    const content = await readFile(join(dist, name), 'latin1');
    assert.ok(!content.includes('sourceMappingURL'), name);
  }
});

test('every script and style has a compressed neighbour', async () => {
  const names = await readdir(dist);
  for (const file of [...built.files, ...built.online]) {
    assert.ok(names.includes(`${nameOf(file)}.br`) && names.includes(`${nameOf(file)}.gz`), file);
  }
});

test('the script that old browsers must read is ES5', async () => {
  const early = await readFile(join(dist, nameOf(built.entries['early.js'])), 'utf8');
  assert.doesNotMatch(early, /=>|\b(?:const|let)\b|`|\?\./);
});

test('the sprite has a symbol per name', async () => {
  const names = Object.keys(JSON.parse(await readFile('static/icons/sprite.json', 'utf8')));
  const sprite = await readFile(join(dist, 'sprite.svg'), 'utf8');
  for (const name of names) assert.ok(sprite.includes(`<symbol id="i-${name}" viewBox=`), name);
});

test('nothing is built again when nothing changed', async () => {
  const script = join(dist, nameOf(built.entries['every-page.js']));
  await utimes(script, new Date(0), new Date(0));
  await build(dist);
  assert.equal((await stat(script)).mtimeMs, 0);
});

test('files of the last three builds stay, older ones go', async () => {
  const builds = [['now-AAAAAAAA.js'], ['before-BBBBBBBB.js'], ['long-ago-CCCCCCCC.js']];
  for (const [name = ''] of builds) await writeFile(join(dist, name), '');
  await writeFile(join(dist, 'build.json'), JSON.stringify({ ...built, inputs: 'others', builds }));
  await build(dist);
  const names = await readdir(dist);
  assert.ok(names.includes('now-AAAAAAAA.js'));
  assert.ok(names.includes('before-BBBBBBBB.js'));
  assert.ok(!names.includes('long-ago-CCCCCCCC.js'));
});

test('a missing file is built again', async () => {
  const script = join(dist, nameOf(built.entries['every-page.js']));
  await rm(script);
  await build(dist);
  assert.ok((await stat(script)).size > 0);
});
