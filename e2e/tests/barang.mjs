// Goods lines: typed by the keyboard, pasted, sent as a workbook; what is wrong is named by its cell, and one step leads
// back. Everything also without script.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

import { reader } from "../lib/browser.mjs";
import { layout, none, problems } from "../lib/checks.mjs";
import { login } from "../lib/login.mjs";
import { ajuOf, begin as draft, CELLS as LINE, field } from "../lib/perekaman.mjs";
import { arrive, main, press, sure } from "../lib/portal.mjs";
import { look } from "../lib/scan.mjs";
import { workbook } from "../lib/workbook.mjs";

const CELLS = [...LINE, "kodeBarang"];
const VALVE = ["84818099", "Katup bola kuningan", "CONTOH", "KB-15", "CN", "2000", "PCE", "40", "CT", "2400", "12000", "A-1"];
const HEADS = ["Pos tarif/HS", "Uraian jenis barang", "Merek", "Tipe", "Negara asal", "Jumlah satuan", "Satuan barang", "Jumlah kemasan", "Jenis kemasan", "Berat bersih (kg)", "Nilai barang", "Kode barang"];

/** The goods of a new draft; its aju. */
async function begin(page) {
  const aju = await draft(page);
  await page.goto(`/dokumen/${aju}/isi/barang`);
  return aju;
}

/** Counts the keys that are no data. */
function keys(page) {
  const seen = { count: 0 };
  return { seen, key: async (name) => { seen.count += 1; await page.keyboard.press(name); }, type: (text) => page.keyboard.type(text) };
}

async function send(page, name, bytes) {
  await page.locator("input[type=file]").setInputFiles({ name, mimeType: "application/octet-stream", buffer: bytes });
  await press(page, "Unggah dan periksa");
}

export default function* tests(world) {
  const importer = async (how = {}) => {
    const page = await reader(world.browser, world.base, how);
    await login(page, world, "importir");
    return page;
  };

  yield {
    name: "hands: a row of twelve cells, and the same again with copy-down",
    run: async () => {
      const page = await importer();
      await begin(page);
      await field(page, "n1.posTarif").focus();
      const one = keys(page);
      for (const [at, value] of VALVE.entries()) {
        if (at > 0) await one.key("Tab");
        await one.type(value);
      }
      await one.key("Control+Enter");
      await page.getByText("Baris 1 tersimpan").waitFor();
      assert.ok(one.seen.count <= 14, `${one.seen.count} keys`);
      const again = keys(page);
      await again.key("Control+d");
      for (const _ of [1, 2, 3]) await again.key("Tab");
      await again.type("KB-20");
      await again.key("Control+Enter");
      console.log(`     ${one.seen.count} and ${again.seen.count} keys beside the data`);
      assert.ok(again.seen.count <= 6, `${again.seen.count} keys`);
      await page.getByText("Baris 2 tersimpan").waitFor();
      none(await problems(page));
      await page.reload();
      const second = main(page).locator("tr[data-baris]").nth(1);
      assert.equal(await second.locator("input[name$='.tipe']").inputValue(), "KB-20");
      assert.equal(await second.locator("input[name$='.uraian']").inputValue(), "Katup bola kuningan");
      await second.locator("input[name$='.tipe']").focus();
      await page.keyboard.press("Enter");
      assert.match(await page.evaluate(() => document.activeElement.name), /^n1\.tipe$/, "Enter goes down");
      await second.locator("input[name$='.tipe']").focus();
      await page.keyboard.press("F2");
      await arrive(page, "Barang 2");
      await page.context().close();
    },
  };

  yield {
    name: "the details of a line",
    run: async () => {
      const page = await importer();
      await begin(page);
      await field(page, "n1.uraian").fill("Katup");
      await page.keyboard.press("Control+s");
      await page.waitForURL(/kabar=tersimpan/);
      await main(page).locator("tr[data-baris^=b] a[id$='.rincian']").click();
      await arrive(page, "Barang 1");
      await look(world, page, "barang-rincian");
      await page.context().close();
    },
  };

  yield {
    name: "a wrong cell is told when its row is left, and F8 leads there",
    run: async () => {
      const page = await importer();
      await begin(page);
      await field(page, "n1.posTarif").fill("12");
      await field(page, "n1.uraian").fill("Katup");
      await field(page, "n2.posTarif").focus();
      await page.getByText(/Baris 1 tersimpan, \d+ kesalahan/).waitFor();
      assert.equal(await main(page).locator("tr").nth(1).locator("input[name$='.posTarif']").getAttribute("aria-invalid"), "true");
      await page.keyboard.press("F8");
      assert.match(await page.evaluate(() => document.activeElement.name), /^b\d+\./);
      await page.keyboard.press("Control+s");
      await page.waitForURL(/kabar=tersimpan/);
      await look(world, page, "barang-kisi");
      await page.context().close();
    },
  };

  for (const script of [true, false]) {
    yield {
      name: `pasted cells are shown first and taken back at once, script ${script ? "on" : "off"}`,
      run: async () => {
        const page = await importer({ script });
        const aju = await begin(page);
        const text = [VALVE, VALVE.with(3, "KB-16"), VALVE.with(0, "9999")].map((row) => row.join("\t")).join("\n");
        if (script) {
          await field(page, "n1.posTarif").focus();
          await page.evaluate((words) => {
            const data = new DataTransfer();
            data.setData("text/plain", words);
            document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
          }, text);
        } else {
          await main(page).locator("#tempel summary").click();
          await field(page, "tempelan").fill(text);
          await press(page, "Pratinjau");
        }
        await page.waitForURL(/unggah\//);
        assert.ok((await main(page).innerText()).includes("1 baris dengan kesalahan"));
        assert.ok((await main(page).innerText()).includes("B4"), "the cell is named");
        if (script) await look(world, page, "barang-hasil");
        else none(await layout(page));
        await press(page, "Terima 3 baris");
        await page.waitForURL(/kabar=barang-diterima/);
        assert.equal(await main(page).locator("tr[data-baris^=b]").count(), 3);
        await press(page, "Batalkan");
        await page.waitForURL(/kabar=barang-kembali/);
        assert.equal(await main(page).locator("tr[data-baris^=b]").count(), 0);
        assert.equal(ajuOf(page), aju);
        await page.context().close();
      },
    };
  }

  yield {
    name: "hands: a thousand rows by workbook, wrong cells in a marked copy",
    run: async () => {
      const page = await importer();
      await begin(page);
      const rows = Array.from({ length: 1000 }, (_, n) => VALVE.with(3, `KB-${n}`));
      rows[16] = VALVE.with(4, "Tiongkok");
      let actions = 0;
      const act = async (work) => { actions += 1; await work; };
      await act(main(page).getByRole("link", { name: "Unggah XLSX" }).click());
      await arrive(page, "Unggah barang dari XLSX");
      await look(world, page, "barang-unggah");
      await act(page.locator("input[type=file]").setInputFiles({ name: "barang.xlsx", mimeType: "application/octet-stream", buffer: workbook("BARANG", [HEADS, ...rows]) }));
      await act(press(page, "Unggah dan periksa"));
      await page.waitForURL(/unggah\/[0-9a-f-]+$/);
      const text = await main(page).innerText();
      assert.ok(text.includes("999 baris benar") && text.includes("1 baris dengan kesalahan"), text.slice(0, 600));
      assert.ok(text.includes("E18") && text.includes("CN"), "cell and suggestion");
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Unduh berkas dengan sel salah ditandai" }).click()]);
      assert.equal(readFileSync(await download.path()).subarray(0, 2).toString(), "PK");
      await act(press(page, "Terima 1.000 baris"));
      await page.waitForURL(/kabar=barang-diterima/);
      assert.ok((await main(page).innerText()).includes("1.000 barang"));
      console.log(`     ${actions} actions`);
      assert.ok(actions <= 8);
      await main(page).getByRole("link", { name: /Dengan kesalahan/ }).click();
      await page.waitForURL(/saring=salah/);
      await field(page, "cari-barang").fill("742");
      await press(page, "Tampilkan");
      await page.waitForURL(/cari=742/);
      assert.ok((await main(page).innerText()).includes("742"));
      await page.context().close();
    },
  };

  yield {
    name: "ticked rows go after a question, without script too, and come back",
    run: async () => {
      const page = await importer({ script: false });
      await begin(page);
      for (const [at, value] of VALVE.entries()) await field(page, `n1.${CELLS[at]}`).fill(value);
      await press(page, "Simpan");
      await main(page).locator("input[name=pilih]").check();
      await press(page, "Salin yang dicentang");
      await page.waitForURL(/barang-disalin/);
      assert.equal(await main(page).locator("tr[data-baris^=b]").count(), 2);
      await main(page).locator("input[name=pilih]").first().check();
      await press(page, "Hapus yang dicentang");
      await sure(page, false);
      await page.waitForURL(/barang-dihapus/);
      assert.equal(await main(page).locator("tr[data-baris^=b]").count(), 1);
      await press(page, "Batalkan");
      assert.equal(await main(page).locator("tr[data-baris^=b]").count(), 2);
      none(await layout(page));
      await page.context().close();
    },
  };

  yield {
    name: "two people in one row: both contents are shown",
    run: async () => {
      const one = await importer();
      const aju = await begin(one);
      await field(one, "n1.uraian").fill("Katup");
      await one.keyboard.press("Control+s");
      await one.waitForURL(/kabar=tersimpan/);
      const two = await one.context().newPage();
      await two.goto(`/dokumen/${aju}/isi/barang`);
      const cell = (page) => main(page).locator("tr[data-baris^=b] input[name$='.uraian']").first();
      await cell(one).fill("Katup satu");
      await one.keyboard.press("Control+s");
      await one.waitForURL(/kabar=tersimpan/);
      await cell(two).fill("Katup dua");
      await two.keyboard.press("Control+s");
      await arrive(two, "Bagian ini sudah diubah orang lain");
      assert.ok((await main(two).innerText()).includes("Tersimpan: Katup satu"));
      await press(two, "Simpan");
      await two.waitForURL(/isi\/barang/);
      assert.equal(await cell(two).inputValue(), "Katup dua");
      await one.context().close();
    },
  };

  yield {
    name: "a whole document as a workbook and back",
    run: async () => {
      const page = await importer();
      await page.goto("/dokumen/impor");
      await arrive(page, "Dokumen dari XLSX");
      const bytes = workbook("HEADER", [["kodeDokumen", "kodeKantor", "kodeValuta"], ["20", "040300", "USD"]]);
      await send(page, "dokumen.xlsx", bytes);
      await page.waitForURL(/impor\/[0-9a-f-]+$/);
      await look(world, page, "dokumen-impor");
      await press(page, "Buat draf");
      await arrive(page, "Ikhtisar");
      await page.goto(`/dokumen/${ajuOf(page)}/isi/header`);
      assert.equal(await field(page, "kodeKantor").inputValue(), "040300");
      await page.goto("/dokumen/impor");
      await send(page, "bukan.xlsx", Buffer.from("bukan buku kerja"));
      assert.ok((await main(page).innerText()).includes("bukan buku kerja .xlsx"));
      await page.context().close();
    },
  };
}
