/** Write tests/shared/wire anew: `node tests/client/make-wire-examples.ts`. Seals and signatures differ each time. */
import { writeFile } from 'node:fs/promises';
import { exportJWK, generateKeyPair } from 'jose';
import type { PublicKey } from '../../static/src/phone/keys.ts';
import { sealText } from '../../static/src/phone/seal.ts';
import { canonical } from '../../static/src/sync/canonical.ts';
import { sha256 } from './fake-browser.ts';
import { startServer } from './fake-server.ts';

const FOLDER = new URL('../shared/wire/', import.meta.url);

const ID = '6f1c2d3e-4a5b-4c6d-8e7f-901234567890';
const BODY = {
  format: 1,
  form_id: 'khai-sinh',
  form_version: 1,
  commune_code: '17728',
  captured_at: '2026-11-21T03:04:05Z',
  app_release: '0123456789abcdef',
  incomplete: false,
  files: [],
  kept_files: [],
};
const OPENED = {
  answers: {
    child_name: 'Lò Thị Thử',
    born_on: '2026-11',
    twins: false,
    children: 2,
    place: { detail: 'Bản Ná' },
  },
  papers: { birth_paper: { answer: 'have', files: [] } },
  files: [],
  applicant: { name: 'Vi Văn Mẫu', phone: '0912345678' },
  subject: { name: 'Lò Thị Thử' },
  author: { role: 'resident' },
  consents: [{ purpose: 'pre-check', text_version: '1', at: '2026-11-21T03:04:00Z', method: 'screen' }],
  note: 'Nhờ Tổ xem giúp “giấy chứng sinh” —\ndòng hai\t\\ \u0001 \u2028 \u{1f468}\u200d\u{1f469}\u200d\u{1f467}',
  time_zone: 'Asia/Ho_Chi_Minh',
};

const CANONICAL: unknown[] = [
  {},
  { b: 1, a: [true, false, null], A: { z: 'z', _: '' } },
  { text: 'Đề nghị “khai sinh” — Lò Thị Thử' },
  {
    control: '\u0000\u0008\t\n\u000b\f\r\u001f\u007f',
    quote: '"\\/',
    line: '\u2028\u2029',
    emoji: '\u{1f600}',
  },
  { large: 9007199254740991, small: -7, zero: 0 },
  { ...BODY, sealed: 'e30.e30', replaces: ID },
  OPENED,
];

const server = await startServer();
const [sealKey] = server.keys.seal;
const [receiptKey] = server.keys.receipt;
if (!sealKey || !receiptKey) throw new Error('no keys');
const sealed = await sealText(sealKey, canonical(OPENED));
const wire = canonical({ ...BODY, sealed });
const code = 'TS7K3M9PQX';
const at = '2026-11-21T03:04:06Z';
const secret = 'AAECAwQFBgcICQoLDA0ODw';
const receipt = await server.sign({
  typ: 'receipt',
  id: ID,
  code,
  state: 'whole',
  content: sha256(wire),
  files: [],
  missing: [],
  received_at: at,
  server_time: at,
  secret,
});
const slip = await server.sign({ typ: 'slip', code, receipt: sha256(receipt), at, secret });
const stranger = await generateKeyPair('ES256', { extractable: true });

await write('canonical.json', CANONICAL.map(exampleOf));
await write('sealed.json', {
  private_key: { ...(await exportJWK(server.privateSeal)), kid: sealKey.kid },
  sealed,
  opened: canonical(OPENED),
});
await write('submission.json', { id: ID, wire, sha256: sha256(wire), receipt, slip });
await write('receipts.json', {
  keys: server.keys.receipt,
  signed: [receipt, slip],
  not_signed: {
    'changed content': changed(receipt, 1),
    'changed header': changed(receipt, 0),
    'changed signature': changed(receipt, 2),
    'no signature': `${receipt.split('.').slice(0, 2).join('.')}.`,
    'alg none': `${encoded({ alg: 'none', kid: receiptKey.kid })}.${receipt.split('.')[1]}.`,
    'unknown key': await server.sign({ typ: 'receipt' }, 'unknown'),
    'signature of another': `${receipt.split('.').slice(0, 2).join('.')}.${slip.split('.')[2]}`,
  },
  stranger: { ...(await exportJWK(stranger.publicKey)), kid: receiptKey.kid } as PublicKey,
});

function exampleOf(value: unknown): object {
  const text = canonical(value);
  return { value, canonical: text, sha256: sha256(text) };
}

function changed(jws: string, part: number): string {
  const parts = jws.split('.');
  const text = parts[part] ?? '';
  parts[part] = `${text.slice(0, 10)}${text[10] === 'A' ? 'B' : 'A'}${text.slice(11)}`;
  return parts.join('.');
}

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function write(name: string, content: unknown): Promise<void> {
  return writeFile(new URL(name, FOLDER), `${JSON.stringify(content, null, 2)}\n`);
}
