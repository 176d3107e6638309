// Somebody's software at the host-to-host interface, and the partners' side of the demo: for journeys whose beginning is no page.

import assert from "node:assert/strict";

import { account } from "./login.mjs";

const PATIENCE = 40_000;
const JSON_TYPE = { "content-type": "application/json" };

/** A user of the interface. */
export async function api(own, username) {
  const who = account(own, username);
  const body = JSON.stringify({ username: who.username, password: who.password });
  const answer = await fetch(`${own.base}/nle-oauth/v1/user/login`, { method: "POST", headers: JSON_TYPE, body });
  const token = (await answer.json()).item.access_token;
  const headers = { ...JSON_TYPE, authorization: `Bearer ${token}` };
  const call = async (method, path, value) => {
    const reply = await fetch(`${own.base}/openapi/${path}`, { method, headers, body: value && JSON.stringify(value) });
    const text = await reply.text();
    assert.equal(reply.status, 200, `${method} ${path}: ${text}`);
    return text ? JSON.parse(text) : undefined;
  };
  return {
    send: (document) => call("POST", "document?isFinal=true", document),
    status: (aju) => call("GET", `status/${aju}`),
    outcome: (aju, wish) => call("PUT", `sandbox/outcome/${aju}`, wish),
    later: (seconds) => call("POST", "sandbox/clock", { detik: seconds }),
  };
}

/** A declaration that is right today, with a number of its own. */
export async function sample(own) {
  return (await fetch(`${own.base}/contoh/pib.json`)).json();
}

/** The sample, perhaps spoiled, sent for an outcome of the sandbox; its aju. Lanes are drawn by lot unless chosen. */
export async function submit(own, client, wish = { jalur: "HIJAU" }, spoil = () => {}) {
  const document = await sample(own);
  spoil(document);
  await client.outcome(document.nomorAju, wish);
  await client.send(document);
  return document.nomorAju;
}

/** The status once it shows what `look` wants. */
export async function until(client, aju, look, what) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const status = await client.status(aju);
    const found = look(status);
    if (found) return found;
    if (Date.now() > end) throw new Error(`${what} never came: ${JSON.stringify(status).slice(0, 2_000)}`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

/** A letter of this kind. */
export const letter = (code) => (status) => status.dataRespon?.find((row) => row.kodeRespon === code);

/** A bill that can be paid. */
export const bill = (status) => status.dataRespon?.flatMap((row) => row.billingPungutans ?? []).find((one) => one.status === "AKTIF");

/** Pays a billing code at the simulator's bank. */
export async function pay(own, code) {
  const answer = await fetch(`${own.partners}/mpn/v1/billing/${code}/bayar`, { method: "POST" });
  assert.equal(answer.status, 200, await answer.text());
}

/** The same for the open bill of a document. */
export async function payBill(own, client, aju) {
  await pay(own, (await until(client, aju, bill, "a bill")).kodeBilling);
}

/** Goods stay at the terminal after their release until somebody lets them out, so that data can still be amended. */
export async function keepGoods(own) {
  const body = JSON.stringify({ cocok: "*", keluar: "TIDAK_PERNAH" });
  const answer = await fetch(`${own.partners}/kendali/v1/aturan`, { method: "POST", headers: JSON_TYPE, body });
  assert.equal(answer.status, 200, await answer.text());
}
