// A document after it was sent: followed, paid at the simulator's bank, its release letter opened; a billing asked for
// anew, a cancellation, an amendment; with script and without. On a demo of its own.

import assert from "node:assert/strict";

import { reader } from "../lib/browser.mjs";
import { account, login } from "../lib/login.mjs";
import { look } from "../lib/scan.mjs";
import { arrive, main, press, sure } from "../lib/portal.mjs";
import { start } from "../lib/server.mjs";

/** The sample declaration, sent by the interface as an importer's software does; its number. */
async function submit(own) {
  const who = account(own, "importir");
  const json = { "content-type": "application/json" };
  const entry = await fetch(`${own.base}/nle-oauth/v1/user/login`, { method: "POST", headers: json, body: JSON.stringify({ username: who.username, password: who.password }) });
  const token = (await entry.json()).item.access_token;
  const sample = await (await fetch(`${own.base}/contoh/pib.json`)).text();
  const aju = JSON.parse(sample).nomorAju;
  const headers = { ...json, authorization: `Bearer ${token}` };
  // Some documents are drawn for inspection; these journeys are about the others.
  const chosen = await fetch(`${own.base}/openapi/sandbox/outcome/${aju}`, { method: "PUT", headers, body: JSON.stringify({ jalur: "HIJAU" }) });
  assert.ok(chosen.ok, await chosen.text());
  const sent = await fetch(`${own.base}/openapi/document?isFinal=true`, { method: "POST", headers, body: sample });
  assert.equal(sent.status, 200, await sent.text());
  return aju;
}

/** The goods stay at the terminal after their release, so that the data can still be amended. */
async function keepGoods(own) {
  const answer = await fetch(`${own.partners}/kendali/v1/aturan`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ cocok: "*", keluar: "TIDAK_PERNAH" }),
  });
  assert.ok(answer.ok, await answer.text());
}

/** Reloads a page until it says these words. */
async function until(page, path, words) {
  const end = Date.now() + 40_000;
  while (Date.now() < end) {
    await page.goto(path);
    if ((await main(page).innerText()).includes(words)) return;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  throw new Error(`«${words}» never came on ${path}:\n${await main(page).innerText()}`);
}

/** Counts what a person does. */
function counted(page) {
  let actions = 0;
  return { act: async (what) => { actions += 1; await what(page); await page.waitForLoadState(); }, count: () => actions };
}

export default async function* tests(world) {
  const own = { ...world, ...(await start()) };
  try {
    await keepGoods(own);
    for (const script of [true, false]) {
      const how = script ? "with script" : "without script";
      const seen = (page, name) => (script ? look(own, page, name) : undefined);
      const enter = async () => {
        const page = await reader(world.browser, own.base, { script });
        await login(page, own, "importir");
        return page;
      };
      let aju;
      yield {
        name: `sent, paid at the bank, released, its letter opened, ${how}`,
        run: async () => {
          const page = await enter();
          if (script) {
            await page.goto("/beranda");
            await page.getByRole("link", { name: "Buat dokumen pertama" }).waitFor();
          }
          aju = await submit(own);
          await until(page, `/dokumen/${aju}/bayar`, "Dapat dibayar");
          await seen(page, "/dokumen/aju/bayar");
          await page.getByRole("link", { name: "Bayar di bank simulator (demo)" }).click();
          const code = page.locator("tr", { hasText: aju }).getByRole("button", { name: /^Bayar/ }).first();
          await code.click();
          // Two actions after login: Dokumen in the navigation, then the document.
          await until(page, `/dokumen/${aju}/status`, "Barang boleh keluar (SPPB)");
          await page.goto("/beranda");
          const person = counted(page);
          if (!(await page.locator(".navigasi a[href='/dokumen']").isVisible())) await page.locator(".navigasi summary").click();
          await person.act((p) => p.locator(".navigasi a[href='/dokumen']").click());
          await person.act((p) => p.locator(`main th a[href='/dokumen/${aju}/status']`).click());
          assert.ok(person.count() <= 2);
          await arrive(page, "Status dan respon");
          await seen(page, "/dokumen/aju/status");
          const href = await main(page).getByRole("link", { name: "Surat Persetujuan Pengeluaran Barang" }).getAttribute("href");
          const pdf = await page.request.get(href);
          assert.equal(pdf.headers()["content-type"], "application/pdf");
          assert.equal((await pdf.body()).subarray(0, 5).toString(), "%PDF-");
        },
      };
      yield {
        name: `the list, the whole document, the inbox, ${how}`,
        run: async () => {
          const page = await enter();
          await page.goto(`/dokumen?cari=${aju.slice(-6)}`);
          await arrive(page, "Dokumen Pabean");
          await seen(page, "/dokumen");
          await page.goto("/beranda");
          await seen(page, "/beranda");
          await page.goto(`/dokumen/${aju}`);
          await arrive(page, "Isi dokumen");
          await seen(page, "/dokumen/aju");
          await page.goto("/pemberitahuan");
          await page.getByText("Barang boleh keluar (SPPB)").first().waitFor();
          await seen(page, "/pemberitahuan");
          await page.getByRole("button", { name: /^Buka/ }).first().click();
          await arrive(page, "Status dan respon");
        },
      };
      yield {
        name: `copied in at most six actions to the first changed field, ${how}`,
        run: async () => {
          const page = await enter();
          await page.goto("/dokumen");
          const person = counted(page);
          await person.act((p) => p.locator("tr", { has: p.locator(`a[href='/dokumen/${aju}/status']`) }).locator("summary").click());
          await person.act((p) => p.locator(`button[formaction='/dokumen/${aju}/salin']`).click());
          await page.waitForURL(/\/isi/);
          const copy = page.url().split("/dokumen/")[1].split("/")[0];
          assert.notEqual(copy, aju);
          await person.act((p) => p.locator("main a[href$='/isi/dokumen']").first().click());
          await person.act((p) => p.locator("main form[method=post] input[type=text]").first().fill("INV-BARU-1"));
          assert.ok(person.count() <= 6, `${person.count()} actions`);
        },
      };
      yield {
        name: `an amendment shows old and new and is sent, ${how}`,
        run: async () => {
          const page = await enter();
          await page.goto(`/dokumen/${aju}/perbaikan`);
          await page.getByRole("link", { name: "Barang ke-1" }).click();
          await seen(page, "/dokumen/aju/perbaikan/bagian");
          await page.locator("[name='barang[0].uraian']").fill("Uraian yang dibetulkan");
          await press(page, "Simpan perubahan");
          await arrive(page, "Perbaikan data");
          await page.locator("ins", { hasText: "Uraian yang dibetulkan" }).waitFor();
          await seen(page, "/dokumen/aju/perbaikan");
          await page.getByLabel("Alasan perbaikan").fill("Salah ketik, lihat invoice");
          await press(page, "Kirim permohonan");
          await arrive(page, "Status dan respon");
          await page.getByText("Perubahan data dimohonkan").waitFor();
        },
      };
      yield {
        name: `a withdrawn billing is asked for anew, and a cancellation is requested, ${how}`,
        run: async () => {
          const page = await enter();
          const other = await submit(own);
          await until(page, `/dokumen/${other}/bayar`, "Dapat dibayar");
          const before = await page.locator(".tagihan__kode code").first().textContent();
          await page.locator("main summary", { hasText: "Batalkan kode ini" }).click();
          await page.getByLabel("Alasan").fill("Salah kode");
          await press(page, "Batalkan kode ini");
          await press(page, "Minta kode baru");
          await until(page, `/dokumen/${other}/bayar`, "Dapat dibayar");
          assert.notEqual(await page.locator(".tagihan__kode code").first().textContent(), before);
          await page.goto(`/dokumen/${other}/batal`);
          await seen(page, "/dokumen/aju/batal");
          await page.getByLabel("Alasan pembatalan").fill("Dikirim dua kali");
          await press(page, "Ajukan pembatalan");
          await sure(page, script, "Pembatalan dokumen", "Ya, kirim");
          await arrive(page, "Status dan respon");
          await page.getByText("Pembatalan dimohonkan").waitFor();
          if (!script) return;
          for (const rest of ["unggah", "siap", "jawab", "keberatan"]) {
            await page.goto(`/dokumen/${other}/${rest}`);
            await look(own, page, `/dokumen/aju/${rest}`);
          }
        },
      };
    }
  } finally {
    await own.stop();
  }
}
