// From log-in to the first letter with Node.js (18 or newer), nothing else.
// Usage: PABEAN_URL=http://127.0.0.1:8080 PABEAN_USER=importir PABEAN_PASSWORD=… node kirim.mjs [v1|v2] [document.json]
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

const base = process.env.PABEAN_URL ?? 'http://127.0.0.1:8080';
const [auth, services] = {
  v1: ['/nle-oauth/v1/user', '/openapi'],
  v2: ['/v1/openapi-auth/user', '/v2/openapi'],
}[process.argv[2] ?? 'v1'];

const json = { 'content-type': 'application/json' };

async function login() {
  const body = JSON.stringify({ username: process.env.PABEAN_USER, password: process.env.PABEAN_PASSWORD });
  const answer = await fetch(`${base}${auth}/login`, { method: 'POST', headers: json, body });
  if (!answer.ok) throw new Error(`log-in: ${answer.status} ${await answer.text()}`);
  return (await answer.json()).item.access_token;
}

const token = await login();
const call = (path, options = {}) =>
  fetch(`${base}${services}${path}`, { ...options, headers: { ...options.headers, authorization: `Bearer ${token}` } });

const text = process.argv[3] ? await readFile(process.argv[3], 'utf8') : await (await fetch(`${base}/contoh/pib.json`)).text();
const { nomorAju, kodeValuta } = JSON.parse(text);

const kurs = await (await call(`/kurs/${kodeValuta}`)).json();
console.log('kurs   ', kurs.data[0].nilaiKurs);

// The text is sent as it is: JavaScript would write 4806.0000 as 4806, which is as good but looks different.
async function send(isFinal) {
  const answer = await (await call(`/document?isFinal=${isFinal}`, { method: 'POST', headers: json, body: text })).json();
  if (answer.status !== 'OK') throw new Error(JSON.stringify(answer, null, 2));
  return answer.idHeader;
}
const [draft, sent] = [await send(false), await send(true)];
console.log('draft  ', draft);
console.log('final  ', sent);

async function letter(name) {
  for (let round = 0; round < 120; round += 1) {
    const status = await (await call(`/status/${nomorAju}`)).json();
    const row = status.dataRespon.find((one) => one.keterangan === name && one.pdf);
    if (row) return row;
    await pause(500);
  }
  throw new Error(`${name} never came`);
}
const row = await letter('BILLING');
console.log('letter ', row.kodeRespon, row.keterangan, row.nomorRespon);

const pdf = Buffer.from(await (await call(`/download-respon?path=${encodeURIComponent(row.pdf)}`)).arrayBuffer());
if (draft !== sent || !pdf.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new Error('not what it should be');
console.log('pdf    ', pdf.length, 'bytes');
console.log('OK     ', nomorAju);
