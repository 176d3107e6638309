// Whole journeys, as people make them: a declaration from its first key to the release; a refused one mended and released;
// the red lane through its officers; an SPTNP that the trader pays; a bill that ran out. On a demo of its own.

import assert from "node:assert/strict";

import { reader } from "../lib/browser.mjs";
import { api, keepGoods, letter, submit, until } from "../lib/klien.mjs";
import { account } from "../lib/login.mjs";
import { field, record, send } from "../lib/perekaman.mjs";
import { SECOND, act, at, countGoods, officer, openContainers, takePhoto } from "../lib/petugas.mjs";
import { arrive, counted, logIn, main, payAtBank, press, sure, untilSays } from "../lib/portal.mjs";
import { glance } from "../lib/scan.mjs";
import { start } from "../lib/server.mjs";

const MOST_ACTIONS = 4;
const RELEASED = "Barang boleh keluar (SPPB)";
const WEEK_AND_A_DAY = 8 * 86_400;

const status = (aju) => `/dokumen/${aju}/status`;
const payment = (aju) => `/dokumen/${aju}/bayar`;

export default async function* tests(world) {
  const own = { ...world, ...(await start()), wrong: new Set() };
  try {
    await keepGoods(own);
    const client = await api(own, "importir");
    const ways = [["with script", true], ["without script", false]];
    for (const [turn, [how, script]] of ways.entries()) {
      yield { name: `a PIB typed from nothing, paid, released, ${how}`, run: () => typed(own, client, script, 41 + turn) };
      yield { name: `NPP, ten errors mended from their list, released, ${how}`, run: () => mended(own, client, script) };
      yield { name: `red lane, a difference that two officers let pass, the gate, ${how}`, run: () => red(own, client, script) };
      yield { name: `red lane, an SPTNP that the trader pays, released, ${how}`, run: () => determined(own, client, script) };
    }
    yield { name: "what the pages said on the way was right", run: () => assert.deepEqual([...own.wrong], []) };
    // Last, since the clock of the whole demo moves and ends every session.
    for (const [how, script] of ways) {
      yield { name: `a bill runs out, a new one is asked for and paid, ${how}`, run: () => expired(own, script) };
    }
  } finally {
    await own.stop();
  }
}

/** What is wrong but does not end a journey is told by a test of its own. */
const expect = (own, right, text) => right || own.wrong.add(text);

/** An officer's page, looked at; it must say which document it is about. */
async function desk(own, page, aju, name, script) {
  await glance(page, name, script);
  const text = await main(page).innerText();
  expect(own, text.replaceAll("-", "").includes(aju), `${name}: the document's number is not on the page`);
}

/** The trader pays the open bill at the simulator's bank, reached from the payment page. */
async function payBill(own, page, aju) {
  await untilSays(page, payment(aju), "Dapat dibayar");
  await page.setViewportSize({ width: 360, height: 900 });
  const sum = await main(page).locator("tfoot td.angka").last().boundingBox();
  expect(own, sum.x + sum.width <= 360, "payment at 360 px: the amounts of the bill are outside the screen");
  await page.setViewportSize({ width: 1366, height: 900 });
  await payAtBank(page, aju);
}

async function typed(own, client, script, pos) {
  const page = await officer(own, "importir", script);
  const aju = await record(page, pos);
  await client.outcome(aju, { jalur: "HIJAU" });
  await send(page);
  await main(page).getByRole("link", { name: "Lihat status" }).click();
  await arrive(page, "Status dan respon");
  await untilSays(page, status(aju), "Menunggu pembayaran");
  await main(page).getByRole("link", { name: "Bayar", exact: true }).click();
  await arrive(page, "Pembayaran");
  await payBill(own, page, aju);
  await untilSays(page, status(aju), RELEASED);
  await glance(page, "perjalanan-sppb", script);
  await page.context().close();
}

/** What is wrong with examples/pib-ditolak.json, and what each datum should be; `at` where the link names a whole list. */
const MISTAKES = [
  { says: "Tambahkan invoice", at: "dokumen[0].kodeDokumen", right: "380", spoil: (d) => { d.dokumen[0].kodeDokumen = "315"; } },
  { says: "Nomor pos BC 1.1", right: "", spoil: (d) => { d.posBc11 = null; } },
  { says: "Jumlah kemasan 95", at: "kemasan[0].jumlahKemasan", right: "90", spoil: (d) => { d.kemasan[0].jumlahKemasan = 95; } },
  { says: "Jumlah kontainer", right: "2", spoil: (d) => { d.jumlahKontainer = 3; } },
  { says: "FOB dokumen", right: "24000", spoil: (d) => { d.fob = 24_500; } },
  { says: "Berat bersih", right: "4450", spoil: (d) => { d.netto = 4_540; } },
  { says: "Fasilitas tarif", right: "1", spoil: (d) => exempt(d.barang[2].barangTarif[2]) },
  { says: "Pos tarif/HS", right: "84821000", spoil: (d) => { d.barang[1].posTarif = "84821099"; } },
  { says: "Satuan barang", right: "PCE", spoil: (d) => { d.barang[0].kodeSatuanBarang = "KGM"; } },
  { says: "Tarif berbeda", right: "5", spoil: (d) => { d.barang[0].barangTarif[0].tarif = 2.5; } },
];

/** Income tax exempt without a decree. */
function exempt(levy) {
  Object.assign(levy, { kodeFasilitasTarif: "5", tarifFasilitas: 100, nilaiFasilitas: levy.nilaiBayar, nilaiBayar: 0 });
}

async function mended(own, client, script) {
  let pos;
  const aju = await submit(own, client, { jalur: "HIJAU" }, (document) => {
    pos = document.posBc11;
    for (const { spoil } of MISTAKES) spoil(document);
  });
  await until(client, aju, letter("2001"), "NPP");
  const page = await officer(own, "importir", script);
  await page.goto(status(aju));
  await main(page).getByRole("link", { name: "Nota Pemberitahuan Penolakan" }).waitFor();
  await glance(page, "perjalanan-npp", script);
  await main(page).getByRole("link", { name: "Perbaiki dan kirim ulang" }).click();
  await arrive(page, "Periksa dokumen");
  await glance(page, "perjalanan-npp-daftar", script);
  await main(page).getByText("10 hal harus diperbaiki").waitFor();
  expect(own, (await main(page).innerText()).includes("FOB dokumen 24.500"), "list of errors: figures are not written as in Indonesian");
  const counts = [];
  for (const one of MISTAKES) counts.push(await mend(own, page, { ...one, right: one.right || pos }));
  console.log(`     actions for each error: ${counts.join(" ")}`);
  assert.ok(Math.max(...counts) <= MOST_ACTIONS, `${counts}`);
  await send(page);
  await payBill(own, page, aju);
  await untilSays(page, status(aju), RELEASED);
  await page.context().close();
}

/** One error, from the list and back to it; how many actions that takes. */
async function mend(own, page, { says, at: place, right }) {
  const person = counted(page);
  const link = main(page).locator("section[aria-labelledby=harus] a", { hasText: says });
  assert.equal(await link.count(), 1, says);
  const name = place ?? (await link.getAttribute("href")).split("#")[1];
  await person.act(() => link.click());
  await field(page, name).waitFor();
  await person.act(async () => {
    const input = field(page, name);
    if ((await input.evaluate((one) => one.tagName)) === "SELECT") await input.selectOption(right);
    else await input.fill(right);
  });
  const back = main(page).getByRole("button", { name: "Simpan dan kembali ke daftar kesalahan" });
  const direct = await back.count();
  expect(own, direct, `${new URL(page.url()).pathname.replace(/000020\w+/, "…")}: no button back to the list of errors`);
  if (direct) {
    await person.act(() => back.first().click());
  } else {
    await person.act((p) => press(p, "Simpan"));
    await page.waitForURL(/kabar=tersimpan/);
    await person.act((p) => main(p).getByRole("link", { name: "Periksa dokumen", exact: true }).first().click());
  }
  await arrive(page, "Periksa dokumen");
  assert.equal(await link.count(), 0, `${says}: still there\n${await main(page).innerText()}`);
  return person.count();
}

/** The trader pays, hands in the papers and declares the goods ready; the document waits for its inspection. */
async function readied(own, client, script) {
  const aju = await submit(own, client, { jalur: "MERAH" });
  const page = await officer(own, "importir", script);
  await payBill(own, page, aju);
  await until(client, aju, letter("2005"), "SPJM");
  await page.goto(status(aju));
  await glance(page, "perjalanan-spjm", script);
  await main(page).getByRole("link", { name: "Unggah dokumen pelengkap" }).click();
  await page.locator("input[type=file]").setInputFiles({ name: "invoice.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") });
  await main(page).getByLabel("Keterangan").fill("Invoice dan packing list");
  await press(page, "Unggah");
  await main(page).getByText("invoice.pdf").first().waitFor();
  await glance(page, "perjalanan-unggah", script);
  await press(page, "Serahkan 1 berkas");
  await arrive(page, "Status dan respon");
  const ready = main(page).getByRole("link", { name: "Nyatakan barang siap diperiksa" });
  // The terminal may have said it first.
  if (await ready.count()) {
    await ready.click();
    await press(page, "Nyatakan siap");
    await arrive(page, "Status dan respon");
  }
  await page.context().close();
  return aju;
}

/** The document officer says how deep to look, the appointed inspector looks and finds `found` pieces in the first line. */
async function inspected(own, aju, script, found) {
  const kepala = await officer(own, "kepala", script);
  await kepala.goto(at(aju, "tindakan/tunjuk"));
  // Another one than the system did.
  const other = main(kepala).locator("input[name=pilihan]:not(:checked)").first();
  await other.check({ force: true });
  await desk(own, kepala, aju, "perjalanan-tunjuk", script);
  await press(kepala, "Kerjakan dan tetap di dokumen ini");
  await kepala.waitForURL(/selesai=tunjuk/);
  const ppd = await officer(own, "ppd", script);
  await act(ppd, aju, "instruksi", async (form) => {
    await form.getByRole("radio", { name: /^Mendalam/ }).check({ force: true });
    await form.getByLabel("Yang perlu diperhatikan").fill("Hitung ulang kemasan");
    await desk(own, ppd, aju, "perjalanan-instruksi", script);
  });
  for (const page of [kepala, ppd]) await page.context().close();
  const pfpb = await inspector(own, aju, script);
  const minutes = await openContainers(pfpb, aju);
  expect(own, !minutes.includes("sesuai pemberitahuan"), `minutes: they speak of goods that nobody looked at yet: ${minutes}`);
  await takePhoto(pfpb, aju, 1);
  await pfpb.goto(at(aju, "periksa"));
  await desk(own, pfpb, aju, "perjalanan-periksa", script);
  await countGoods(pfpb, aju, found);
  await desk(own, pfpb, aju, "perjalanan-lhp", script);
  await pfpb.context().close();
}

/** The one of the two inspectors whom the case was given to. */
async function inspector(own, aju, script) {
  for (const name of ["pfpb", "pfpb2"]) {
    const page = await officer(own, name, script, 360);
    await page.goto(at(aju, "periksa"));
    if (await main(page).getByRole("button", { name: /^Mulai pemeriksaan/ }).count()) return page;
    await page.context().close();
  }
  throw new Error("no inspector may begin");
}

async function red(own, client, script) {
  const aju = await readied(own, client, script);
  await inspected(own, aju, script, "2.500");
  const [ppd, p2] = [await officer(own, "ppd", script), await officer(own, "p2", script)];
  await ppd.goto(at(aju));
  await desk(own, ppd, aju, "perjalanan-kasus", script);
  expect(own, !(await main(ppd).innerText()).includes("MATCHED"), "perjalanan-kasus: the state of the manifest position is a code, not words");
  await act(ppd, aju, "p2", (form) => form.getByLabel("Yang diminta").fill("Jumlah ditemukan lebih dari PIB"));
  await act(p2, aju, "jawab-p2", (form) => form.getByLabel("Jawaban").fill("Tidak ada keberatan"));
  // To release against the report takes a second officer.
  await act(ppd, aju, "lepas", (form) => form.getByLabel("Alasan").fill("Selisih dalam toleransi"), SECOND);
  const kepala = await officer(own, "kepala", script);
  await kepala.goto("/petugas/persetujuan");
  await desk(own, kepala, aju, "perjalanan-persetujuan", script);
  await main(kepala).getByRole("button", { name: /^Setujui/ }).first().click();
  await main(kepala).getByText("Disetujui dan sudah dijalankan.").waitFor();
  const trader = await officer(own, "importir", script);
  await untilSays(trader, status(aju), RELEASED);
  await glance(trader, "perjalanan-merah-sppb", script);
  const gate = await officer(own, "hanggar", script);
  await act(gate, aju, "keluar", async (form) => {
    await desk(own, gate, aju, "perjalanan-gerbang", script);
    const issues = await form.getByRole("button", { name: /^Terbitkan/ }).count();
    expect(own, !issues, "perjalanan-gerbang: a button says that something is issued, the text above that nothing is");
  });
  await untilSays(trader, status(aju), "Semua barang sudah keluar.");
  for (const page of [ppd, p2, kepala, trader, gate]) await page.context().close();
}

async function determined(own, client, script) {
  const aju = await readied(own, client, script);
  await inspected(own, aju, script, "2.500");
  const ppd = await officer(own, "ppd", script);
  await ppd.goto(at(aju, "penetapan/barang/1"));
  assert.equal(await main(ppd).getByLabel("Jumlah").inputValue(), "2.500", "the inspector's figure stands there");
  await main(ppd).getByLabel("Alasan, tercetak dalam SPTNP").fill("Jumlah lebih menurut LHP");
  await press(ppd, "Simpan Alt+X");
  await ppd.waitForURL((url) => url.pathname === at(aju, "penetapan"));
  await desk(own, ppd, aju, "perjalanan-penetapan", script);
  await press(ppd, "Terbitkan SPTNP Alt+X");
  await sure(ppd, script, "Konfirmasi Data", "Ya, terbitkan");
  await ppd.waitForURL(/selesai=penetapan/);
  await ppd.context().close();
  const page = await officer(own, "importir", script);
  await untilSays(page, status(aju), "SPTNP");
  await glance(page, "perjalanan-sptnp", script);
  await untilSays(page, payment(aju), "Dapat dibayar");
  const first = page.locator(".tagihan").first();
  const text = await first.innerText();
  assert.ok(text.includes("SPTNP") && text.includes("Denda"), `the extra bill comes first, and names its fine:\n${text}`);
  await glance(page, "perjalanan-sptnp-bayar", script);
  await payAtBank(page, aju);
  await untilSays(page, status(aju), RELEASED);
  await page.context().close();
}

/** The trader, after the clock moved. */
async function fresh(own, script) {
  const page = await reader(own.browser, own.base, { script });
  await logIn(page, "importir", account(own, "importir").password);
  await arrive(page, "Beranda");
  return page;
}

async function expired(own, script) {
  const client = await api(own, "importir");
  const aju = await submit(own, client);
  const before = await fresh(own, script);
  await untilSays(before, payment(aju), "Dapat dibayar");
  await before.getByText("Sisa waktu").first().waitFor();
  const old = await before.locator(".tagihan__kode code").first().textContent();
  await client.later(WEEK_AND_A_DAY);
  await before.context().close();
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  const page = await fresh(own, script);
  await untilSays(page, payment(aju), "Kedaluwarsa");
  await glance(page, "perjalanan-kedaluwarsa", script);
  await untilSays(page, status(aju), "Minta kode billing baru");
  await glance(page, "perjalanan-kedaluwarsa-status", script);
  await page.goto(payment(aju));
  await press(page, "Minta kode baru");
  await untilSays(page, payment(aju), "Dapat dibayar");
  assert.notEqual(await page.locator(".tagihan__kode code").first().textContent(), old);
  await payAtBank(page, aju);
  await untilSays(page, status(aju), RELEASED);
  await page.context().close();
}
