// An import declaration recorded by hand: from nothing to its sending, with and without script; work that is not lost when
// two people write, when the session ends, and when the link breaks; errors mended from their list.

import assert from "node:assert/strict";

import { reader } from "../lib/browser.mjs";
import { layout, none, problems } from "../lib/checks.mjs";
import { account, login } from "../lib/login.mjs";
import { ajuOf, begin, field, fill, record, send } from "../lib/perekaman.mjs";
import { arrive, hands, main, press } from "../lib/portal.mjs";
import { look, mark } from "../lib/scan.mjs";

const FIRST_VISIT = 100 * 1024;

export default function* tests(world) {
  const importer = async (how = {}) => {
    const page = await reader(world.browser, world.base, how);
    await login(page, world, "importir");
    return page;
  };
  let ready = "";

  for (const [script, pos] of [[true, 41], [false, 42]]) {
    yield {
      name: `a PIB of three lines from nothing to its sending, script ${script ? "on" : "off"}`,
      run: async () => {
        const page = await importer({ script });
        const aju = await record(page, pos);
        await send(page);
        assert.ok((await main(page).innerText()).replaceAll("-", "").includes(aju));
        none(script ? await problems(page) : await layout(page));
        await page.context().close();
      },
    };
  }

  yield {
    name: "hands: a draft from an earlier document to its first changed field",
    run: async () => {
      const page = await importer();
      await begin(page);
      const { seen, click } = hands(page);
      await click(main(page).getByRole("button", { name: "Salin menjadi draf baru" }));
      await arrive(page, "Ikhtisar");
      await click(main(page).getByRole("link", { name: "Dokumen", exact: true }).last());
      await page.waitForURL(/isi\/dokumen/);
      await click(field(page, "dokumen[0].nomorDokumen"));
      console.log(`     ${seen.total} actions`);
      assert.ok(seen.total <= 6, `${seen.total} actions`);
      await page.context().close();
    },
  };

  yield {
    name: "it saves itself, and a code is chosen from the list by keys",
    run: async () => {
      const page = await importer();
      await begin(page);
      await page.keyboard.press("Alt+1");
      await page.waitForURL(/isi\/header/);
      await field(page, "kodePelTujuan").click();
      await page.keyboard.type("tanjung priok");
      await page.getByRole("option").first().waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      assert.equal(await field(page, "kodePelTujuan").inputValue(), "IDTPP");
      await page.getByText(/^Tersimpan \d\d\.\d\d$/).waitFor();
      none(await problems(page));
      await field(page, "kodeKantor").click();
      await page.keyboard.type("040300");
      await page.keyboard.press("Alt+2");
      await page.waitForURL(/isi\/entitas/);
      await page.keyboard.press("Alt+1");
      await page.waitForURL(/isi\/header/);
      assert.equal(await field(page, "kodePelTujuan").inputValue(), "IDTPP");
      assert.equal(await field(page, "kodeKantor").inputValue(), "040300", "a key to another section saves first");
      await main(page).getByText("Bantuan dan pintasan").click();
      await page.getByLabel("Pintasan Alt + angka aktif").uncheck();
      await page.keyboard.press("Alt+2");
      await page.waitForTimeout(300);
      assert.match(page.url(), /isi\/header/);
      await page.context().close();
    },
  };

  yield {
    name: "without script a code is searched on a page that comes back",
    run: async () => {
      const page = await importer({ script: false });
      const aju = await begin(page);
      await page.goto(`/dokumen/${aju}/isi/dokumen`);
      await press(page, "Tambah baris Dokumen pendukung");
      await fill(page, { "dokumen[1].kodeDokumen": "invoice", "dokumen[1].nomorDokumen": "INV-7" });
      await page.locator('button[value="dokumen dokumen[1].kodeDokumen"]').click();
      await arrive(page, "Cari jenis dokumen");
      none(await layout(page));
      await main(page).getByRole("link", { name: "Pilih 380" }).click();
      await page.waitForURL(/isi\/dokumen/);
      const row = (await field(page, "dokumen[0].nomorDokumen").inputValue()) === "INV-7" ? 0 : 1;
      assert.equal(await field(page, `dokumen[${row}].nomorDokumen`).inputValue(), "INV-7");
      assert.equal(await field(page, `dokumen[${row}].kodeDokumen`).inputValue(), "380");
      await page.context().close();
    },
  };

  yield {
    name: "a draft begins with a manifest position, found by its bill of lading",
    run: async () => {
      const page = await importer({ script: false });
      await page.goto("/dokumen/tambah");
      await page.getByLabel("Pos manifes (BC 1.1)").check({ force: true });
      await fill(page, { bl: "CTHSHA0000044", tanggalBl: "25-02-2026", kantorBl: "040301" });
      await press(page, "Buat draf");
      assert.ok((await main(page).innerText()).includes("tidak ada di manifes"), await main(page).innerText());
      await fill(page, { kantorBl: "040300" });
      await press(page, "Buat draf");
      await arrive(page, "Ikhtisar");
      const aju = ajuOf(page);
      await page.goto(`/dokumen/${aju}/isi/pengangkutan`);
      assert.equal(await field(page, "nomorBc11").inputValue(), "001234");
      assert.equal(await field(page, "posBc11").inputValue(), "0044");
      await page.goto(`/dokumen/${aju}/isi/kemasan`);
      assert.equal(await field(page, "kontainer[1].nomorKontainer").inputValue(), "CSAU2603020");
      assert.equal(await field(page, "kemasan[0].jumlahKemasan").inputValue(), "90");
      await page.context().close();
    },
  };

  yield {
    name: "two tabs: the second one sees both contents and nothing is lost",
    run: async () => {
      const one = await importer();
      const aju = await begin(one);
      await one.goto(`/dokumen/${aju}/isi/transaksi`);
      const two = await one.context().newPage();
      await two.goto(`/dokumen/${aju}/isi/transaksi`);
      await field(one, "bruto").fill("100");
      await one.keyboard.press("Control+s");
      await one.getByText(/^Tersimpan/).waitFor();
      await field(two, "bruto").fill("200");
      await two.getByText(/disimpan orang lain/).waitFor();
      await two.getByRole("button", { name: "Simpan", exact: true }).click();
      await arrive(two, "Bagian ini sudah diubah orang lain");
      assert.ok((await main(two).innerText()).includes("Tersimpan: 100"));
      await look(world, two, "rekam-dua-isi", { reload: false });
      await two.getByLabel("Ketikan Anda: 200").check({ force: true });
      await press(two, "Simpan");
      await two.waitForURL(/isi\/transaksi/);
      assert.equal(await field(two, "bruto").inputValue(), "200");
      await one.context().close();
    },
  };

  yield {
    name: "the session ends in the middle of typing, and nothing is lost",
    run: async () => {
      const page = await reader(world.browser, world.base);
      const who = account(world, "importir");
      const enter = async (at) => {
        await at.locator("input[autocomplete~=username]").fill(who.username);
        await at.locator("input[autocomplete=current-password]").fill(who.password);
        await at.locator("main button[type=submit]:not(.tombol--kedua)").click();
      };
      await page.goto("/masuk");
      await enter(page);
      await page.waitForURL(/beranda/);
      const aju = await begin(page);
      await page.goto(`/dokumen/${aju}/isi/transaksi`);
      await page.context().clearCookies({ name: /sesi/ });
      await field(page, "bruto").fill("4.806");
      const again = page.getByRole("link", { name: "Masuk di tab baru" });
      await again.waitFor();
      const [tab] = await Promise.all([page.context().waitForEvent("page"), again.click()]);
      await tab.waitForURL(/masuk/);
      await enter(tab);
      await tab.waitForURL(/isi\/transaksi#bruto/);
      await tab.close();
      await page.bringToFront();
      await page.evaluate(() => dispatchEvent(new Event("focus")));
      await page.getByText(/^Tersimpan/).waitFor();
      await page.reload();
      assert.equal(await field(page, "bruto").inputValue(), "4.806");
      await page.context().close();
    },
  };

  yield {
    name: "a lost link is said, and saving goes on by itself",
    run: async () => {
      const page = await importer();
      const aju = await begin(page);
      await page.goto(`/dokumen/${aju}/isi/transaksi`);
      await page.context().setOffline(true);
      await field(page, "bruto").fill("77");
      await page.getByText(/Belum tersimpan\. Sambungan terputus/).waitFor();
      await page.context().setOffline(false);
      await page.getByText(/^Tersimpan/).waitFor();
      page.complaints();
      await page.reload();
      assert.equal(await field(page, "bruto").inputValue(), "77");
      await page.context().close();
    },
  };

  yield {
    name: "hands: an error is mended from the list and back",
    run: async () => {
      const page = await importer();
      ready = await begin(page);
      await page.goto(`/dokumen/${ready}/periksa`);
      const { seen, click } = hands(page);
      await click(main(page).locator("a[href$='#kodeKantor']").first());
      await page.waitForURL(/isi\/header/);
      assert.equal(await page.evaluate(() => document.activeElement.id || location.hash.slice(1)), "kodeKantor");
      await field(page, "kodeKantor").fill("040300");
      await click(main(page).getByRole("button", { name: "Simpan dan kembali ke daftar kesalahan" }));
      await arrive(page, "Periksa dokumen");
      assert.equal(await main(page).locator("a[href$='#kodeKantor']").count(), 0);
      console.log(`     ${seen.total} actions`);
      assert.ok(seen.total <= 4, `${seen.total} actions`);
      await page.context().close();
    },
  };

  yield {
    name: "a document that INSW returned is mended and sent again under its number",
    run: async () => {
      const page = await importer();
      const sample = await (await page.context().request.get("/contoh/pib.json")).json();
      const aju = `${sample.nomorAju.slice(0, 20)}990101`;
      await page.goto("/dokumen/tambah");
      await page.getByLabel("Dokumen JSON dari sistem lain").check({ force: true });
      await page.getByLabel("Berkas JSON").setInputFiles({
        name: "pib.json",
        mimeType: "application/json",
        buffer: Buffer.from(JSON.stringify({ ...sample, nomorAju: aju })),
      });
      await press(page, "Buat draf");
      await arrive(page, "Ikhtisar");
      assert.equal(ajuOf(page), aju);
      await page.goto(`/dokumen/${aju}/periksa`);
      await send(page);
      const end = Date.now() + 20_000;
      for (;;) {
        await page.goto(`/dokumen/${aju}/isi`);
        if ((await main(page).innerText()).includes("dikembalikan INSW")) break;
        assert.ok(Date.now() < end, await main(page).innerText());
        await page.waitForTimeout(300);
      }
      await page.goto(`/dokumen/${aju}/isi/transaksi`);
      await field(page, "volume").fill("12,5");
      await press(page, "Simpan");
      assert.ok((await main(page).innerText()).includes("sedang diperbaiki"));
      assert.equal(await field(page, "volume").inputValue(), "12,5");
      await page.goto(`/dokumen/${aju}/periksa`);
      await send(page);
      await page.context().close();
    },
  };

  for (const name of ["isi", "isi/header", "isi/entitas", "isi/dokumen", "isi/pengangkutan", "isi/kemasan", "isi/transaksi", "isi/pungutan", "isi/pernyataan", "periksa", "kirim"]) {
    yield {
      name: `${name} as every kind of reader`,
      run: async () => {
        const page = await importer();
        ready ||= await begin(page);
        const answer = await page.goto(`/dokumen/${ready}/${name}`);
        assert.equal(answer.status(), 200, name);
        await look(world, page, `rekam-${name.replace("/", "-")}`);
        await page.context().close();
      },
    };
  }

  yield {
    name: "goods and the page after sending as every kind of reader",
    run: async () => {
      const page = await importer();
      const aju = await record(page, 43);
      await page.goto(`/dokumen/${aju}/isi/barang`);
      await look(world, page, "rekam-barang");
      await main(page).getByRole("link", { name: /^Rincian/ }).first().click();
      await arrive(page, "Barang 1");
      mark(world, page.url());
      none(await problems(page));
      await page.goto(`/dokumen/${aju}/periksa`);
      await send(page);
      await look(world, page, "rekam-terkirim");
      await page.context().close();
    },
  };

  yield {
    name: "a draft is printed and then deleted, asked first",
    run: async () => {
      const page = await importer();
      const aju = await begin(page);
      const pdf = await page.context().request.get(`/dokumen/${aju}/cetak-draf`);
      assert.equal(pdf.status(), 200);
      assert.equal((await pdf.body()).subarray(0, 5).toString(), "%PDF-");
      await press(page, "Hapus draf");
      await page.getByRole("dialog").getByRole("button", { name: "Iya, Yakin" }).click();
      await page.waitForURL(/kabar=draf-dihapus|beranda|dokumen/);
      const gone = await page.goto(`/dokumen/${aju}/isi`);
      assert.equal(gone.status(), 404);
      await page.context().close();
    },
  };

  yield {
    name: "a section is light on its first visit",
    run: async () => {
      const page = await importer();
      ready ||= await begin(page);
      await page.context().close();
      const fresh = await importer();
      const session = await fresh.context().newCDPSession(fresh);
      await session.send("Network.enable");
      let bytes = 0;
      session.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
      const answer = await fresh.goto(`/dokumen/${ready}/isi/transaksi`, { waitUntil: "networkidle" });
      assert.equal(answer.status(), 200);
      console.log(`     ${bytes} bytes`);
      assert.ok(bytes > 1_000 && bytes <= FIRST_VISIT, `${bytes} bytes`);
      await fresh.context().close();
    },
  };
}
