// A document after it was sent: followed, paid at the simulator's bank, its release letter opened; a billing asked for
// anew, a cancellation, an amendment; with script and without. On a demo of its own.

import assert from "node:assert/strict";

import { reader } from "../lib/browser.mjs";
import { api, keepGoods, submit } from "../lib/klien.mjs";
import { login } from "../lib/login.mjs";
import { arrive, counted, main, press, sure, untilSays as until } from "../lib/portal.mjs";
import { look } from "../lib/scan.mjs";
import { start } from "../lib/server.mjs";

export default async function* tests(world) {
  const own = { ...world, ...(await start()) };
  try {
    await keepGoods(own);
    const client = await api(own, "importir");
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
          aju = await submit(own, client);
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
          const other = await submit(own, client);
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
