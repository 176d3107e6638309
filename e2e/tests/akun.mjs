// Pendaftaran Baru, Lupa Password, profile: with a real SMTP server, with script and without.

import assert from "node:assert/strict";

import { reader } from "../lib/browser.mjs";
import { link, postOffice } from "../lib/mail.mjs";
import { look } from "../lib/scan.mjs";
import { arrive, logIn, press, sure } from "../lib/portal.mjs";
import { start } from "../lib/server.mjs";

const PASSWORD = "Sawah hijau di kaki bukit";
const NEXT = "Perahu kecil menuju dermaga";

let made = 0;

/** A person nobody knows yet. */
function somebody() {
  made += 1;
  const tag = `${Date.now() % 100_000}${made}`;
  return {
    username: `rekan.${tag}`,
    email: `rekan.${tag}@contoh.example`,
    npwp: `09${String(9_100_000_000_000 + made * 7_919 + (Date.now() % 1_000_000) * 1_000_000).slice(-14)}`,
  };
}

async function register(page, post, who, seen) {
  await page.goto("/masuk");
  await page.getByRole("link", { name: "Pendaftaran Baru" }).click();
  await page.getByLabel("Perorangan").check();
  await page.getByLabel("NPWP").fill(who.npwp);
  await page.getByLabel("Nama lengkap").fill("Rekan Contoh");
  await page.getByLabel("Nomor identitas").fill("3171234505900001");
  await page.getByLabel("Jabatan").fill("Pemilik");
  await page.getByLabel("Nomor HP").fill("0812 0000 0000");
  await page.getByLabel("E-Mail").fill(who.email);
  await page.getByLabel("Nama pengguna yang diinginkan").fill(who.username);
  await page.getByText("Saya menyetujui").click();
  await page.waitForTimeout(3_200);
  await press(page, "Daftar");
  await arrive(page, "Pendaftaran diterima");
  const mail = await post.wait(who.email);
  await page.goto(link(mail, "Konfirmasi"));
  await seen(page, "/akun/konfirmasi");
  await page.getByLabel("Kata sandi baru", { exact: true }).fill(PASSWORD);
  await page.getByLabel("Konfirmasi kata sandi baru").fill(PASSWORD);
  await press(page, "Selesaikan");
  await arrive(page, "Akun sudah aktif");
}

export default async function* tests(world) {
  const post = await postOffice();
  const own = { ...world, ...(await start({ PABEAN_SMTP_URL: post.url })) };
  try {
    for (const script of [true, false]) {
      const how = script ? "with script" : "without script";
      const who = somebody();
      const open = () => reader(world.browser, own.base, { script });
      // axe is a script; without them the journey alone is walked.
      const seen = (page, name) => (script ? look(own, page, name) : undefined);
      yield {
        name: `Pendaftaran Baru to the main page, ${how}`,
        run: async () => {
          const page = await open();
          await register(page, post, who, seen);
          await logIn(page, who.username, PASSWORD);
          await arrive(page, "Beranda");
          await page.context().close();
        },
      };
      yield {
        name: `Lupa Password in the ten steps of the guide, ${how}`,
        run: async () => {
          const page = await open();
          const before = post.mails.length;
          await page.goto("/masuk");
          await page.getByRole("link", { name: "Lupa Password" }).click();
          await arrive(page, "Lupa Kata Sandi");
          await page.getByLabel("E-Mail").fill(who.email);
          await press(page, "Kirim");
          await sure(page, script);
          await arrive(page, "Permintaan diterima");
          const mail = await post.wait(who.email, { subject: "Reset Password akun Pengguna Jasa BeaCukai", after: before });
          await page.goto(link(mail, "Konfirmasi Email"));
          await seen(page, "/akun/reset");
          await page.getByLabel("Kata sandi baru", { exact: true }).fill(NEXT);
          await page.getByLabel("Konfirmasi kata sandi baru").fill(NEXT);
          await press(page, "Reset");
          await sure(page, script);
          await page.getByRole("link", { name: "Login" }).click();
          await logIn(page, who.username, NEXT);
          await arrive(page, "Beranda");
          await page.goto(link(mail, "Konfirmasi Email"));
          await arrive(page, "Tautan tidak berlaku lagi");
          await page.context().close();
        },
      };
      yield {
        name: `Update Profile dan Email, ${how}`,
        run: async () => {
          const page = await open();
          await logIn(page, who.username, NEXT);
          await page.goto("/akun/profil");
          await page.getByLabel("Jabatan").fill("Direktur");
          await press(page, "Simpan");
          await page.getByText("Perubahan disimpan.").waitFor();
          assert.equal(await page.getByLabel("Jabatan").inputValue(), "Direktur");
          const before = post.mails.length;
          const fresh = `baru.${who.email}`;
          await page.getByLabel("Surel baru").fill(fresh);
          await press(page, "Kirim tautan konfirmasi");
          if (page.url().includes("/akun/ulang")) {
            await page.getByLabel("Kata sandi atau kode").fill(NEXT);
            await press(page, "Lanjut");
            await page.getByLabel("Surel baru").fill(fresh);
            await press(page, "Kirim tautan konfirmasi");
          }
          const mail = await post.wait(fresh, { after: before });
          await page.goto(link(mail, "Konfirmasi"));
          await seen(page, "/akun/email");
          await press(page, "Konfirmasi");
          await post.wait(who.email, { after: before });
          await page.goto("/akun/profil");
          await page.getByText(fresh).first().waitFor();
          await page.context().close();
        },
      };
    }
    yield {
      name: "a stranger learns nothing from Lupa Password",
      run: async () => {
        const page = await reader(world.browser, own.base, { script: false });
        await page.goto("/lupa-kata-sandi");
        await page.getByLabel("E-Mail").fill("tidak.ada@contoh.example");
        await press(page, "Kirim");
        await sure(page, false);
        await arrive(page, "Permintaan diterima");
        await page.waitForTimeout(2_000);
        assert.deepEqual(post.mails.filter((mail) => mail.to.includes("tidak.ada@contoh.example")), []);
        await page.context().close();
      },
    };
  } finally {
    await own.stop();
    await post.stop();
  }
}
