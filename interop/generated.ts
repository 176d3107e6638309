// Sends a document with the types generated from the description, on both path generations.
import createClient from 'openapi-fetch';
import type { components, paths } from './schema.js';

type Document = components['schemas']['Bc20'];

const baseUrl = process.env.PABEAN_URL ?? '';
const username = process.env.PABEAN_USER ?? '';
const password = process.env.PABEAN_PASSWORD ?? '';
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function sample(): Promise<Document> {
  await pause(1100);
  return (await (await fetch(`${baseUrl}/contoh/pib.json`)).json()) as Document;
}

async function firstPaths() {
  const client = createClient<paths>({ baseUrl });
  const login = await client.POST('/nle-oauth/v1/user/login', { body: { username, password } });
  if (!login.data) throw new Error(JSON.stringify(login.error));
  const headers = { authorization: `Bearer ${login.data.item.access_token}` };
  const kurs = await client.GET('/openapi/kurs/{valuta}', { params: { path: { valuta: 'USD' } }, headers });
  if (!(Number(kurs.data?.data[0]?.nilaiKurs) > 0)) throw new Error('no rate');
  const body = await sample();
  const sent = await client.POST('/openapi/document', { params: { query: { isFinal: 'true' } }, body, headers });
  if (sent.data?.status !== 'OK') throw new Error(JSON.stringify(sent.error));
  for (let round = 0; round < 120; round += 1) {
    const status = await client.GET('/openapi/status/{aju}', { params: { path: { aju: String(body.nomorAju) } }, headers });
    const pdf = status.data?.dataRespon.find((row) => row.kodeRespon === '2020')?.pdf;
    if (pdf) {
      const params = { query: { path: pdf } };
      const letter = await client.GET('/openapi/download-respon', { params, headers, parseAs: 'arrayBuffer' });
      const bytes = Buffer.from(letter.data as ArrayBuffer);
      if (bytes.subarray(0, 5).toString() !== '%PDF-') throw new Error('no PDF');
      return;
    }
    await pause(500);
  }
  throw new Error('no letter');
}

async function secondPaths() {
  const client = createClient<paths>({ baseUrl });
  const login = await client.POST('/v1/openapi-auth/user/login', { body: { username, password } });
  if (!login.data) throw new Error(JSON.stringify(login.error));
  const headers = { authorization: `Bearer ${login.data.item.access_token}` };
  const body = await sample();
  const checked = await client.POST('/v2/openapi/document/check', { body, headers });
  if (checked.data?.status !== 'OK') throw new Error(JSON.stringify(checked.error));
  const draft = await client.POST('/v2/openapi/document', { body, headers });
  const sent = await client.POST('/v2/openapi/document', { params: { query: { isFinal: 'true' } }, body, headers });
  if (!draft.data || draft.data.idHeader !== sent.data?.idHeader) throw new Error(JSON.stringify(sent.error));
}

await firstPaths();
await secondPaths();
console.log('OK');
