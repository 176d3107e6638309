// A declaration typed from its papers: what stands on them, the hands that type it, the sending.

import assert from "node:assert/strict";

import { arrive, main, press } from "./portal.mjs";

/** Days from today in the form that people type. */
export function day(offset) {
  const at = new Date(Date.now() + 7 * 3_600_000 + offset * 86_400_000);
  const two = (n) => String(n).padStart(2, "0");
  return `${two(at.getUTCDate())}-${two(at.getUTCMonth() + 1)}-${at.getUTCFullYear()}`;
}

/** What stands on the papers: invoice, bill of lading, packing list. */
export const papers = (pos) => ({
  header: { kodePelTujuan: "IDTPP", kodeKantor: "040300" },
  entitas: {
    "entitas[2].namaEntitas": "Example Trading Shanghai Ltd",
    "entitas[2].alamatEntitas": "No. 88 Sample Road, Shanghai",
    "entitas[2].kodeNegara": "CN",
    "entitas[3].namaEntitas": "Sample Industrial Group Ltd",
    "entitas[3].alamatEntitas": "No. 9 Sample Avenue, Suzhou",
    "entitas[3].kodeNegara": "CN",
  },
  dokumen: {
    "dokumen[0].kodeDokumen": "380",
    "dokumen[0].nomorDokumen": "INV-2603-001",
    "dokumen[0].tanggalDokumen": "20-02-2026",
    "dokumen[1].kodeDokumen": "705",
    "dokumen[1].nomorDokumen": `CTHSHA${String(pos).padStart(7, "0")}`,
    "dokumen[1].tanggalDokumen": "25-02-2026",
    "dokumen[2].kodeDokumen": "217",
    "dokumen[2].nomorDokumen": "PL-2603-001",
    "dokumen[2].tanggalDokumen": "20-02-2026",
  },
  pengangkutan: {
    nomorBc11: "001234",
    tanggalBc11: day(-1),
    posBc11: String(pos).padStart(4, "0"),
    kodePelMuat: "CNSHA",
    tanggalTiba: day(-1),
    kodeTps: "PRK1",
    "pengangkut[0].kodeCaraAngkut": "1",
    "pengangkut[0].namaPengangkut": "MV CONTOH BAHARI",
    "pengangkut[0].nomorPengangkut": "026S",
    "pengangkut[0].kodeBendera": "PA",
  },
  kemasan: {
    "kemasan[0].jumlahKemasan": "90",
    "kemasan[0].kodeJenisKemasan": "CT",
    "kemasan[0].merkKemasan": "CONTOH SEJAHTERA JAKARTA",
    "kontainer[0].nomorKontainer": "CSAU2603014",
    "kontainer[0].kodeUkuranKontainer": "20",
    "kontainer[0].kodeJenisKontainer": "8",
    "kontainer[0].kodeTipeKontainer": "1",
    "kontainer[1].nomorKontainer": "CSAU2603020",
    "kontainer[1].kodeUkuranKontainer": "40",
    "kontainer[1].kodeJenisKontainer": "8",
    "kontainer[1].kodeTipeKontainer": "1",
  },
  transaksi: { kodeValuta: "USD", kodeJenisNilai: "KMD", kodeIncoterm: "FOB", kodeAsuransi: "LN", freight: "1.200", asuransi: "126", bruto: "4.806" },
});

const GOODS = [
  ["84818099", "Katup bola kuningan untuk instalasi air, 1/2 inci", "CONTOH VALVE", "KB-15", "CN", "2000", "PCE", "40", "CT", "2400", "12000"],
  ["84821000", "Bantalan bola alur dalam 6204-2RS", "CONTOH BEARING", "6204-2RS", "CN", "5000", "PCE", "20", "CT", "550", "6000"],
  ["39269099", "Penutup mesin dari plastik ABS", "CONTOH PLAST", "PM-20", "CN", "1500", "KGM", "30", "CT", "1500", "6000"],
];
export const CELLS = ["posTarif", "uraian", "merk", "tipe", "kodeNegaraAsal", "jumlahSatuan", "kodeSatuanBarang", "jumlahKemasan", "kodeJenisKemasan", "netto", "nilaiBarang"];
const ORDER = ["header", "entitas", "dokumen", "pengangkutan", "kemasan", "transaksi"];

/** The field of a datum. */
export const field = (page, name) => page.locator(`[id="${name}"]`);

/** Types or chooses. */
export async function fill(page, values) {
  for (const [name, value] of Object.entries(values)) {
    const at = field(page, name);
    if ((await at.evaluate((one) => one.tagName)) === "SELECT") await at.selectOption(value);
    else await at.fill(value);
  }
}

/** The number of the document whose page is open. */
export const ajuOf = (page) => new URL(page.url()).pathname.split("/")[2];

/** A new draft; its aju. */
export async function begin(page) {
  await page.goto("/dokumen/tambah");
  await press(page, "Buat draf");
  await arrive(page, "Ikhtisar");
  return ajuOf(page);
}

async function typeGoods(page, rows = GOODS) {
  for (const [index, row] of rows.entries()) {
    for (const [at, value] of row.entries()) await field(page, `n${index + 1}.${CELLS[at]}`).fill(value);
  }
}

/** The whole document but its sending. */
export async function record(page, pos) {
  const aju = await begin(page);
  await main(page).getByRole("link", { name: "Header" }).first().click();
  const typed = papers(pos);
  for (const section of ORDER) {
    await page.waitForURL(new RegExp(`/isi/${section}`));
    if (section === "dokumen") await press(page, "Tambah baris Dokumen pendukung");
    if (section === "kemasan") await main(page).getByRole("button", { name: "Tambah baris Peti kemas" }).click();
    await fill(page, typed[section]);
    await press(page, "Simpan dan lanjut");
  }
  await page.waitForURL(/\/isi\/barang/);
  await typeGoods(page);
  await press(page, "Simpan dan lanjut");
  await arrive(page, "Pungutan");
  await press(page, "Simpan dan lanjut");
  await arrive(page, "Pernyataan");
  await fill(page, { kotaTtd: "Jakarta", jabatanTtd: "Manajer Impor" });
  await press(page, "Simpan dan lanjut");
  await arrive(page, "Periksa dokumen");
  return aju;
}

/** From the list of findings, with nothing left on it, to the page after sending. */
export async function send(page) {
  const text = await main(page).innerText();
  assert.ok(text.includes("Tidak ada yang menghalangi pengiriman."), text);
  await main(page).getByRole("link", { name: "Lanjut ke pernyataan dan kirim" }).click();
  await arrive(page, "Periksa jawaban dan kirim");
  for (const box of await page.locator("input[name=peringatan]").all()) await box.check({ force: true });
  await page.locator("input[name=disclaimer]").check({ force: true });
  await press(page, "Kirim");
  await arrive(page, "Dokumen terkirim");
}
