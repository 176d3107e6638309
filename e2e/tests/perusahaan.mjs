// Aktivasi Akun Lama, Setting Role Akses Menu, surat kuasa, webhooks, two-step verification: with a real SMTP server and a
// real receiver, with script and without.

import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";

import { reader } from "../lib/browser.mjs";
import { account } from "../lib/login.mjs";
import { link, postOffice } from "../lib/mail.mjs";
import { look } from "../lib/scan.mjs";
import { arrive, logIn, main, press, sure } from "../lib/portal.mjs";
import { binary, start } from "../lib/server.mjs";

const PASSWORD = "Layar putih di laut Jawa";
const NIK = "3171234505900001";

/** The code of an authenticator: RFC 6238, SHA-1, six digits, thirty seconds. */
function code(key, at = Date.now()) {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...key.replace(/[^A-Z2-7]/g, "")].map((c) => alphabet.indexOf(c).toString(2).padStart(5, "0")).join("");
  const secret = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const digest = createHmac("sha1", secret).update(counter).digest();
  const offset = digest[19] & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** A company's own system that takes events; `taken` are their headers and bodies. */
async function receiver() {
  const taken = [];
  const server = createServer((request, answer) => {
    let body = "";
    request.on("data", (part) => (body += part));
    request.on("end", () => {
      taken.push({ headers: request.headers, body });
      answer.end("ok");
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { taken, url: `http://127.0.0.1:${server.address().port}/pabean`, stop: () => new Promise((resolve) => server.close(resolve)) };
}

async function webhook(own, open, turn, script) {
  const house = await receiver();
  try {
    const page = await open();
    const name = `ERP contoh ${turn}`;
    await logIn(page, "importir", account(own, "importir").password);
    await arrive(page, "Beranda");
    await page.goto("/perusahaan/webhook");
    await main(page).getByRole("link", { name: "Tambah webhook" }).click();
    await page.getByLabel("Nama", { exact: true }).fill(name);
    await page.getByLabel("Alamat", { exact: true }).fill(house.url);
    await press(page, "Simpan");
    await arrive(page, `Webhook «${name}»`);
    await page.goto("/perusahaan/webhook");
    await main(page).getByRole("link", { name }).first().click();
    await arrive(page, `Webhook «${name}»`);
    if (script) await look(own, page, "/perusahaan/webhook/satu");
    await press(page, "Kirim percobaan");
    await main(page).getByText("Percobaan diterima.").waitFor();
    const secret = await page.getByRole("textbox", { name: "Kunci tanda tangan" }).inputValue();
    const [{ headers, body }] = house.taken;
    const sum = createHmac("sha256", secret).update(`${headers["x-pabean-waktu"]}.${body}`).digest("hex");
    assert.equal(headers["x-pabean-tanda-tangan"], `sha256=${sum}`, "signed as the page says");
    await press(page, "Hapus webhook");
    await sure(page, script, "Hapus webhook?", "Ya, hapus");
    await arrive(page, "Webhook");
    await page.waitForURL(/\/perusahaan\/webhook(\?|$)/);
    assert.equal(await main(page).getByRole("link", { name }).count(), 0);
    await page.context().close();
  } finally {
    await house.stop();
  }
}

export default async function* tests(world) {
  const post = await postOffice();
  const own = { ...world, ...(await start({ PABEAN_SMTP_URL: post.url })) };
  const people = (word) => account(own, word);
  try {
    const old = join(own.folder, "lama.csv");
    const rows = ["rekan.lama1", "rekan.lama2"].map((name, i) => `${name},Rekan Lama,${name}@contoh.example,099700000${i}999000,PT Lama Contoh ${i},ya`);
    writeFileSync(old, ["username,nama,email,npwp,nama_perusahaan,admin", ...rows].join("\n"));
    execFileSync(binary, ["accounts", "import", old], { cwd: own.folder, env: { ...process.env, PABEAN_DATABASE_URL: `sqlite:${join(own.folder, "var/demo/pabean.sqlite")}` } });
    for (const [turn, script] of [true, false].entries()) {
      const how = script ? "with script" : "without script";
      const open = () => reader(world.browser, own.base, { script });
      yield {
        name: `Aktivasi Akun Lama, ${how}`,
        run: async () => {
          const page = await open();
          const name = `rekan.lama${turn + 1}`;
          await page.goto("/masuk");
          await page.getByRole("link", { name: "Aktivasi Akun Lama" }).click();
          await page.getByLabel("Nama pengguna lama").fill(name);
          await page.getByLabel("NPWP").fill(`099700000${turn}999000`);
          await page.getByLabel("E-Mail yang tercatat").fill(`${name}@contoh.example`);
          await press(page, "Aktifkan");
          await arrive(page, "Permintaan aktivasi diterima");
          const mail = await post.wait(`${name}@contoh.example`);
          await page.goto(link(mail, "Aktif"));
          if (script) await look(own, page, "/akun/aktivasi/baru");
          await page.getByLabel("Kata sandi baru", { exact: true }).fill(PASSWORD);
          await page.getByLabel("Konfirmasi kata sandi baru").fill(PASSWORD);
          await press(page, "Selesaikan");
          await arrive(page, "Akun sudah aktif");
          await logIn(page, name, PASSWORD);
          await arrive(page, "Beranda");
          await page.context().close();
        },
      };
      yield {
        name: `Setting Role Akses Menu: invite, restrict, deactivate, ${how}`,
        run: async () => {
          const admin = await open();
          const email = `staf${turn}@contoh.example`;
          await logIn(admin, "importir", people("importir").password);
          await admin.goto("/perusahaan/pengguna");
          await main(admin).getByRole("link", { name: "Undang pengguna" }).first().click();
          await admin.getByLabel("Alamat surel").fill(email);
          await admin.getByLabel("Nama lengkap").fill(`Staf Contoh ${turn}`);
          await admin.getByRole("radio", { name: "Pembaca" }).check();
          await press(admin, "Kirim undangan");
          const mail = await post.wait(email);
          const staff = await open();
          await staff.goto(link(mail, "Terima undangan"));
          if (script) await look(own, staff, "/akun/undangan");
          await staff.getByLabel("Nama pengguna yang diinginkan").fill(`staf.contoh${turn}`);
          await staff.getByLabel("Nomor identitas").fill(NIK);
          await staff.getByLabel("Jabatan").fill("Staf");
          await staff.getByLabel("Nomor HP").fill("081200000001");
          await staff.getByLabel("Kata sandi baru", { exact: true }).fill(PASSWORD);
          await staff.getByLabel("Konfirmasi kata sandi baru").fill(PASSWORD);
          await press(staff, "Terima undangan");
          await arrive(staff, "Akun sudah aktif");
          await logIn(staff, `staf.contoh${turn}`, PASSWORD);
          await arrive(staff, "Beranda");
          const refused = await staff.goto("/perusahaan/pengguna");
          assert.equal(refused.status(), 403);
          await admin.goto("/perusahaan/pengguna");
          await main(admin).getByRole("link", { name: new RegExp(`Staf Contoh ${turn}`) }).first().click();
          await press(admin, "Nonaktifkan");
          await sure(admin, script, "Nonaktifkan pengguna?", "Ya, nonaktifkan");
          await admin.getByText("semua sesinya diakhiri").waitFor();
          await staff.goto("/beranda");
          await arrive(staff, "Masuk");
          await staff.context().close();
          await admin.context().close();
        },
      };
      yield {
        name: `a broker acts for its client and sees it in words, ${how}`,
        run: async () => {
          const page = await open();
          await logIn(page, "ppjk", people("ppjk").password);
          await arrive(page, "Beranda");
          await page.locator("details:has(select[name=klien]) summary").click();
          await page.locator("select[name=klien]").selectOption({ label: "PT Contoh Sejahtera Abadi, 0990 0000 1099 9000" });
          await page.locator("form:has(select[name=klien]) button").click();
          await main(page).getByText("Bertindak untuk: PT Contoh Sejahtera Abadi, NPWP 0990 0000 1099 9000").waitFor();
          await page.goto("/akun/profil");
          await page.locator("header").getByText("PT Contoh Sejahtera Abadi").first().waitFor();
          await page.context().close();
        },
      };
      yield { name: `a webhook is set up, tried out and removed, ${how}`, run: () => webhook(own, open, turn, script) };
      yield {
        name: `a new officer needs two operators, ${how}`,
        run: async () => {
          const email = `pfpb.baru${turn}@contoh.example`;
          const asks = await open();
          await logIn(asks, "operator", people("operator").password);
          await asks.goto("/operator/petugas/tambah");
          await asks.getByLabel("Alamat surel dinas").fill(email);
          await asks.getByLabel("Nama lengkap").fill(`Petugas Baru ${turn}`);
          await asks.getByLabel("Fungsi").selectOption("PFPB");
          await asks.getByLabel("Kantor").selectOption("040300");
          await press(asks, "Minta persetujuan");
          await asks.getByText("Operator lain harus menyetujuinya").waitFor();
          assert.equal(post.mails.filter((mail) => mail.to.includes(email)).length, 0);
          const decides = await open();
          await logIn(decides, "operator2", people("operator2").password);
          await decides.goto("/operator/persetujuan");
          await main(decides).getByRole("link", { name: /Periksa/ }).first().click();
          if (script) await look(own, decides, "/operator/persetujuan/satu");
          await press(decides, "Setujui permintaan");
          await sure(decides, script, "Setujui permintaan?", "Ya, setujui");
          await decides.getByText("Permintaan disetujui").waitFor();
          await post.wait(email);
          await asks.context().close();
          await decides.context().close();
        },
      };
      yield {
        name: `two-step verification on and at the next login, ${how}`,
        run: async () => {
          const page = await open();
          const name = `rekan.lama${turn + 1}`;
          await logIn(page, name, PASSWORD);
          await page.goto("/akun/keamanan");
          await press(page, "Aktifkan");
          await arrive(page, "Aktifkan verifikasi dua langkah");
          const key = (await main(page).locator("dd code").innerText()).trim();
          await page.getByLabel("Kode enam angka dari aplikasi").fill(code(key, Date.now() - 30_000));
          await press(page, "Aktifkan");
          await arrive(page, "Kode pemulihan");
          assert.equal(await main(page).locator("li code").count(), 10);
          const spare = await main(page).locator("li code").first().innerText();
          const again = await open();
          await logIn(again, name, PASSWORD);
          await arrive(again, "Kode verifikasi");
          const around = await again.goto("/beranda");
          assert.ok(around.url().includes("/masuk/kode"), around.url());
          await again.getByLabel("Kode").fill("000000");
          await press(again, "Lanjut");
          await again.getByText("Kode tidak cocok").first().waitFor();
          await again.getByLabel("Kode").fill(code(key));
          await press(again, "Lanjut");
          await arrive(again, "Beranda");
          const third = await open();
          await logIn(third, name, PASSWORD);
          await third.getByLabel("Kode").fill(spare);
          await press(third, "Lanjut");
          await arrive(third, "Beranda");
          for (const one of [page, again, third]) await one.context().close();
        },
      };
    }
  } finally {
    await own.stop();
    await post.stop();
  }
}
