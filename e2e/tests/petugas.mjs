// The officers' desk in the browser: the keys it takes, a second officer, an SPTNP, an NHI, and every page looked at.

import assert from "node:assert/strict";

import { api, bill, keepGoods, letter, payBill, sample, until } from "../lib/klien.mjs";
import { SECOND, act, at, officer } from "../lib/petugas.mjs";
import { main, press, sure } from "../lib/portal.mjs";
import { look } from "../lib/scan.mjs";
import { start } from "../lib/server.mjs";

let sent = 0;

/** A document in a lane (or for an outcome) that its suffix chooses, sent by the API; its aju. */
async function send(own, client, suffix) {
  sent += 1;
  const body = await sample(own);
  // The middle of the number is the sender's own: each document gets another one, and a manifest position of its own.
  const first = body.nomorAju;
  const aju = `${first.slice(0, 6)}E2E${String(sent).padStart(3, "0")}${first.slice(12, 20)}${suffix}`;
  body.nomorAju = aju;
  body.posBc11 = String(20 + sent).padStart(4, "0");
  body.dokumen.find((paper) => paper.nomorDokumen.startsWith("CTHSHA")).nomorDokumen = `CTHSHA${String(20 + sent).padStart(7, "0")}`;
  await client.send(body);
  return aju;
}

/** The same, paid at the simulator. */
async function paid(own, client, suffix) {
  const aju = await send(own, client, suffix);
  await payBill(own, client, aju);
  return aju;
}

/** Presses Alt and a letter as a keyboard does, with the letter that access keys are found by; counts every key. */
async function keyboard(page) {
  const cdp = await page.context().newCDPSession(page);
  const keys = { count: 0 };
  keys.alt = async (letter) => {
    keys.count += 2;
    const code = letter.toUpperCase();
    const key = { modifiers: 1, key: letter, code: `Key${code}`, windowsVirtualKeyCode: code.charCodeAt(0), unmodifiedText: letter };
    await cdp.send("Input.dispatchKeyEvent", { ...key, type: "keyDown", text: letter });
    await cdp.send("Input.dispatchKeyEvent", { ...key, type: "keyUp" });
  };
  return keys;
}

export default async function* tests(world) {
  const own = { ...world, ...(await start()) };
  try {
    await keepGoods(own);
    const importer = await api(own, "importir");
    yield { name: "open, decide and on to the next in six keys", run: () => sixKeys(world, own, importer) };
    yield { name: "a second officer confirms", run: () => fourEyes(world, own, importer) };
    yield { name: "SPTNP with its fine, paid", run: () => determination(world, own, importer) };
    yield { name: "NHI stops the gate", run: () => hold(world, own, importer) };
    yield* dressed(world, own, importer);
  } finally {
    await own.stop();
  }
}

async function sixKeys(world, own, client) {
  const first = await paid(own, client, "990302");
  const second = await paid(own, client, "990302");
  for (const aju of [first, second]) await until(client, aju, letter("2003"), "SPPB");
  const page = await officer(own, "ppd", false);
  await page.goto("/petugas/antrean");
  const keys = await keyboard(page);
  await keys.alt("b");
  await page.waitForURL(/\/petugas\/dokumen\//);
  const opened = new URL(page.url()).pathname;
  await keys.alt("u");
  await page.waitForURL(/\/tindakan\/tutup$/);
  await keys.alt("x");
  await page.waitForURL(/selesai=tutup/);
  const next = new URL(page.url()).pathname;
  console.log(`     open, decide, next in queue: ${keys.count} keys`);
  assert.ok(keys.count <= 6, `${keys.count} keys`);
  assert.notEqual(next, opened);
  assert.match(next, /^\/petugas\/dokumen\//);
  await main(page).getByText("sudah dicatat untuk").waitFor();
  await page.context().close();
}

async function fourEyes(world, own, client) {
  const aju = await send(own, client, "990102");
  await until(client, aju, (status) => status.dataTunggu?.some((row) => /lartas/i.test(row.alasan)), "the review");
  const ppd = await officer(own, "ppd", true);
  await act(ppd, aju, "lartas", (form) => form.getByLabel("Alasan").fill("Izin ada di lampiran"), SECOND);
  await main(ppd).getByText("menunggu petugas kedua").first().waitFor();
  await ppd.goto("/petugas/persetujuan");
  await main(ppd).getByText("Menunggu petugas lain.").waitFor();
  const kepala = await officer(own, "kepala", false);
  await kepala.goto("/petugas/persetujuan");
  await main(kepala).getByRole("button", { name: /^Setujui/ }).first().click();
  await main(kepala).getByText("Disetujui dan sudah dijalankan.").waitFor();
  await until(client, aju, bill, "a bill");
  for (const page of [ppd, kepala]) await page.context().close();
}

async function determination(world, own, client) {
  const aju = await paid(own, client, "990302");
  await until(client, aju, letter("2003"), "SPPB");
  const page = await officer(own, "ppd", false);
  await page.goto(at(aju, "penetapan/barang/1"));
  await main(page).getByLabel("Jumlah").fill("2.500");
  await main(page).getByLabel("Alasan, tercetak dalam SPTNP").fill("Jumlah menurut faktur 2.500");
  await press(page, "Simpan Alt+X");
  await page.waitForURL((url) => url.pathname === at(aju, "penetapan"));
  await main(page).getByText("PP 39/2019 Pasal 6").waitFor();
  await press(page, "Terbitkan SPTNP Alt+X");
  await sure(page, false, "Konfirmasi Data", "Ya, terbitkan");
  await page.waitForURL(/selesai=penetapan/);
  await until(client, aju, letter("2026"), "SPTNP");
  await payBill(own, client, aju);
  await until(client, aju, letter("2027"), "the receipt");
  await page.context().close();
}

async function hold(world, own, client) {
  const aju = await paid(own, client, "990302");
  await until(client, aju, letter("2003"), "SPPB");
  const p2 = await officer(own, "p2", true);
  await act(p2, aju, "nhi", (form) => form.getByLabel("Alasan").fill("Laporan intelijen 7"));
  const gate = await officer(own, "hanggar", false);
  await gate.goto(at(aju));
  await main(gate).getByText("Barang ditahan dengan NHI.").first().waitFor();
  await act(p2, aju, "buka-nhi");
  await act(gate, aju, "keluar");
  await until(client, aju, (status) => status.dataStatus?.some((row) => row.kodeProses === "501"), "the gate");
  const trader = await officer(own, "importir", true);
  assert.equal((await trader.goto(at(aju))).status(), 403);
  for (const page of [p2, gate, trader]) await page.context().close();
}

/** Pages that no list of samples can name, one test each: the document is the same. */
async function* dressed(world, own, client) {
  let aju;
  yield {
    name: "a case for the pages",
    run: async () => {
      aju = await paid(own, client, "990302");
      await until(client, aju, letter("2003"), "SPPB");
    },
  };
  const pages = ["", "isi", "periksa", "periksa/barang/1", "periksa/peti-kemas/CSAU2603014", "periksa/foto", "penetapan", "penetapan/barang/1", "tindakan/npd", "jejak"];
  for (const name of pages) {
    yield {
      name: `/petugas/dokumen/…/${name}`,
      run: async () => {
        const page = await officer(own, name === "jejak" ? "kepala" : "ppd", true);
        assert.equal((await page.goto(at(aju, name))).status(), 200);
        await look(own, page, `petugas-${name || "kasus"}`);
        await page.context().close();
      },
    };
  }
}
