/** Build scripts, styles, icons and the worker into static/dist; does nothing when nothing changed. */
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build as bundle } from 'esbuild';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = dirname(HERE);
const ADDRESS = '/static/dist/';
const BROWSERS = ['chrome103', 'safari16.4', 'firefox115'];
const BUILDS_KEPT = 3;
const ONLINE_ONLY = ['src/pages/desk.ts', 'src/pages/signing-in.ts', 'css/desk.css', 'css/people.css'];
const SOURCES = [
  'static/src',
  'static/css',
  'static/icons',
  'service_worker',
  'static/build.mjs',
  'package-lock.json',
];
const USUAL = {
  bundle: true,
  minify: true,
  write: true,
  metafile: true,
  legalComments: 'none',
  logLevel: 'warning',
};

/** Build into a folder; gives what `build.json` says. */
export async function build(dist = join(HERE, 'dist')) {
  const inputs = await fingerprint();
  const last = await readJson(join(dist, 'build.json'));
  if (last?.inputs === inputs && (await allThere(dist, last))) return last;
  await mkdir(dist, { recursive: true });
  const made = { ...(await buildScripts(dist)), icons: await copyIcons(dist), inputs };
  await buildWorker(dist);
  await writeFile(join(dist, 'sprite.svg'), await sprite());
  await compress(dist, everyFile(made));
  await removeOld(dist, made, last);
  await writeFile(join(dist, 'build.json'), `${JSON.stringify(made, null, 2)}\n`);
  return made;
}

async function buildScripts(dist) {
  const hashed = {
    ...USUAL,
    outdir: dist,
    entryNames: '[name]-[hash]',
    chunkNames: 'chunk-[hash]',
    assetNames: '[name]-[hash]',
  };
  const pages = (await readdir(join(HERE, 'src/pages'))).map((name) => `src/pages/${name}`);
  const results = [
    await bundle({
      ...hashed,
      entryPoints: pages
        .filter((name) => name.endsWith('.ts') && !ONLINE_ONLY.includes(name))
        .map((name) => join(HERE, name)),
      format: 'esm',
      splitting: true,
      target: BROWSERS,
    }),
    await bundle({
      ...hashed,
      entryPoints: [join(HERE, 'src/early.ts')],
      format: 'iife',
      target: 'es5',
      tsconfigRaw: {},
    }),
    await bundle({
      ...hashed,
      entryPoints: [join(HERE, 'css/main.css')],
      target: BROWSERS,
      loader: { '.svg': 'file', '.png': 'file' },
    }),
  ];
  const kept = Object.assign({}, ...results.map((result) => result.metafile.outputs));
  const online = await buildOnlineOnly(hashed);
  const outputs = { ...kept, ...online };
  const entries = {};
  let preload = [];
  for (const [path, output] of Object.entries(outputs)) {
    if (!output.entryPoint) continue;
    const name = basename(output.entryPoint).replace(/\.ts$/, '.js');
    entries[name] = addressOf(path);
    if (name === 'every-page.js') preload = staticImports(path, outputs).map(addressOf);
  }
  const files = Object.keys(kept).map(addressOf).sort();
  return { entries, preload, files, online: Object.keys(online).map(addressOf).sort() };
}

/** What pages that no phone keeps need. Bundled apart, so that it neither splits nor joins the release. */
async function buildOnlineOnly(usual) {
  const { metafile } = await bundle({
    ...usual,
    entryPoints: ONLINE_ONLY.map((name) => join(HERE, name)),
    format: 'esm',
    target: BROWSERS,
  });
  return metafile.outputs;
}

async function buildWorker(dist) {
  await bundle({
    ...USUAL,
    entryPoints: [join(ROOT, 'service_worker/index.ts')],
    outfile: join(dist, 'service-worker.js'),
    format: 'iife',
    target: BROWSERS,
  });
}

/** The addresses of all that carries a hash in its name. */
function everyFile({ files, online, icons }) {
  return [...files, ...(online ?? []), ...Object.values(icons)];
}

/** What a script imports at once, and what that imports: fetched in one go by the layout's preloads. */
function staticImports(path, outputs, seen = new Set()) {
  for (const { path: imported, kind } of outputs[path]?.imports ?? []) {
    if (kind !== 'import-statement' || seen.has(imported)) continue;
    seen.add(imported);
    staticImports(imported, outputs, seen);
  }
  return [...seen];
}

/** One symbol per icon, from Lucide or from our own marks, to be inlined in the layout. */
async function sprite() {
  const names = (await readJson(join(HERE, 'icons/sprite.json'))) ?? {};
  const symbols = await Promise.all(Object.entries(names).map(([name, source]) => symbol(name, source)));
  return `<svg xmlns="http://www.w3.org/2000/svg" hidden>${symbols.join('')}</svg>\n`;
}

async function symbol(name, source) {
  const own = source.endsWith('.svg');
  const path = own
    ? join(HERE, 'icons', source)
    : join(ROOT, 'node_modules/lucide-static/icons', `${source}.svg`);
  const svg = (await readFile(path, 'utf8')).replace(/<!--.*?-->/gs, '').replace(/\s+/g, ' ');
  const [, attributes, drawing] = svg.match(/<svg([^>]*)>(.*)<\/svg>/);
  const viewBox = attributes.match(/viewBox="([^"]*)"/)[1];
  const drawn = drawing
    .replace(/\s*\/>/g, '/>')
    .replace(/> </g, '><')
    .trim();
  return `<symbol id="i-${name}" viewBox="${viewBox}">${drawn}</symbol>`;
}

async function copyIcons(dist) {
  const icons = {};
  for (const name of await listFiles(join(HERE, 'icons'))) {
    if (!/\.(png|svg|ico)$/.test(name)) continue;
    const content = await readFile(join(HERE, 'icons', name));
    const extension = extname(name);
    const hashed = `${basename(name, extension)}-${sha256(content).slice(0, 8).toUpperCase()}${extension}`;
    await cp(join(HERE, 'icons', name), join(dist, hashed));
    icons[basename(name)] = ADDRESS + hashed;
  }
  return icons;
}

/** The server gives out the compressed neighbour of a file where there is one. */
async function compress(dist, addresses) {
  for (const name of addresses.map((address) => basename(address))) {
    if (!/\.(js|css|svg)$/.test(name)) continue;
    const content = await readFile(join(dist, name));
    await writeFile(join(dist, `${name}.br`), brotliCompressSync(content));
    await writeFile(join(dist, `${name}.gz`), gzipSync(content, { level: 9 }));
  }
}

/** Keep the files of the last builds for pages that are open or releases that are rolled back to. */
async function removeOld(dist, made, last) {
  const now = everyFile(made).map((address) => basename(address));
  const before = (last?.builds ?? []).filter((names) => String(names) !== String(now));
  made.builds = [now, ...before].slice(0, BUILDS_KEPT);
  const keep = new Set([...made.builds.flat(), 'build.json', 'sprite.svg', 'service-worker.js']);
  for (const name of await listFiles(dist)) {
    if (!keep.has(name.replace(/\.(br|gz)$/, ''))) await rm(join(dist, name));
  }
}

async function allThere(dist, last) {
  const there = new Set(await listFiles(dist));
  const needed = everyFile(last).map((address) => basename(address));
  return [...needed, 'sprite.svg', 'service-worker.js'].every((name) => there.has(name));
}

async function fingerprint() {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const name of await listFiles(join(ROOT, source))) {
      hash.update(`${source}/${name}\0`).update(await readFile(join(ROOT, source, name)));
    }
  }
  return hash.digest('hex');
}

/** The files below a folder, by their relative names; a file is listed as itself. */
async function listFiles(path) {
  const found = await readdir(path, { recursive: true, withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  if (!found) return [''];
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => relative(path, join(entry.parentPath, entry.name)))
    .sort();
}

async function readJson(path) {
  return JSON.parse(await readFile(path, 'utf8').catch(() => 'null'));
}

function addressOf(path) {
  return ADDRESS + basename(path);
}

function sha256(content) {
  return createHash('sha256').update(content).digest('hex');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
