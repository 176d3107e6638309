// Passkeys with the browser's own authenticator: set up, asked for, and refused when copied or removed. On a demo under a
// name, since browsers keep no passkeys for bare addresses.

import assert from "node:assert/strict";

import { reader } from "../lib/browser.mjs";
import { account } from "../lib/login.mjs";
import { arrive, logIn, main, press, sure } from "../lib/portal.mjs";
import { look } from "../lib/scan.mjs";
import { start } from "../lib/server.mjs";

/** An authenticator in the reader's browser; `key` is one that another authenticator had. */
async function authenticator(page, key) {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
    options: { protocol: "ctap2", transport: "usb", hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
  if (key) await session.send("WebAuthn.addCredential", { authenticatorId, credential: key });
  const keys = async () => (await session.send("WebAuthn.getCredentials", { authenticatorId })).credentials;
  const leave = () => session.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId });
  return { keys, leave };
}

async function prove(page, password) {
  await page.getByLabel("Kata sandi atau kode").fill(password);
  await press(page, "Lanjut");
}

export default async function* tests(world) {
  const own = { ...world, ...(await start({}, "localhost")) };
  const who = account(own, "PENGGUNA_JASA");
  let copy;
  let codes;
  const fresh = async () => {
    const page = await reader(world.browser, own.base);
    return page;
  };
  try {
    yield {
      name: "a passkey is set up and named",
      run: async () => {
        const page = await fresh();
        const device = await authenticator(page);
        await logIn(page, who.username, who.password);
        await page.goto("/akun/keamanan");
        await page.getByRole("link", { name: "Tambah kunci sandi" }).click();
        await arrive(page, "Tambah kunci sandi");
        await page.getByLabel("Nama", { exact: true }).fill("Kunci USB biru");
        await press(page, "Buat kunci sandi");
        await arrive(page, "Kode pemulihan");
        codes = await page.locator("main .kode-pemulihan li").allTextContents();
        assert.equal(codes.length, 10, codes.join());
        await page.goto("/akun/keamanan");
        await main(page).getByText("Kunci USB biru").first().waitFor();
        await look(own, page, "/akun/keamanan-kunci", { reload: false });
        await main(page).getByText("Ganti nama").first().click();
        await page.getByLabel("Nama", { exact: true }).fill("Kunci USB hijau");
        await main(page).locator("details").getByRole("button", { name: /Simpan/ }).click();
        await main(page).getByText("Kunci USB hijau").first().waitFor();
        [copy] = await device.keys();
        await page.context().close();
      },
    };
    yield {
      name: "it is asked for after the password and lets its owner in",
      run: async () => {
        const page = await fresh();
        const device = await authenticator(page, copy);
        await logIn(page, who.username, who.password);
        await arrive(page, "Kode verifikasi");
        await look(own, page, "/masuk/kode-kunci", { reload: false });
        await press(page, "Masuk dengan kunci sandi");
        await arrive(page, "Beranda");
        const [key] = await device.keys();
        assert.ok(key.signCount > copy.signCount, `${key.signCount} after ${copy.signCount}`);
        await page.context().close();
      },
    };
    yield {
      name: "a copy whose counter lags is refused; a recovery code still opens",
      run: async () => {
        const page = await fresh();
        await authenticator(page, { ...copy, signCount: 0 });
        await logIn(page, who.username, who.password);
        await press(page, "Masuk dengan kunci sandi");
        await main(page).getByText("Kunci sandi ditolak").first().waitFor();
        assert.equal(new URL(page.url()).pathname, "/masuk/kunci");
        await page.goto("/beranda");
        assert.equal(new URL(page.url()).pathname, "/masuk/kode");
        await page.getByLabel("Kode", { exact: true }).fill(codes[0].trim());
        await press(page, "Lanjut");
        await arrive(page, "Beranda");
        await page.context().close();
      },
    };
    yield {
      name: "without script the code is the way",
      run: async () => {
        const page = await reader(world.browser, own.base, { script: false });
        await logIn(page, who.username, who.password);
        await arrive(page, "Kode verifikasi");
        assert.equal(await page.getByRole("button", { name: "Masuk dengan kunci sandi" }).isVisible(), false);
        await page.getByLabel("Kode", { exact: true }).fill(codes[1].trim());
        await press(page, "Lanjut");
        await arrive(page, "Beranda");
        await page.context().close();
      },
    };
    yield {
      name: "a removed key opens nothing",
      run: async () => {
        const page = await fresh();
        await authenticator(page, { ...copy, signCount: 100 });
        await logIn(page, who.username, who.password);
        await press(page, "Masuk dengan kunci sandi");
        await arrive(page, "Beranda");
        // A second way in, so that the log-in still asks for a second factor when the key is gone.
        await page.goto("/akun/keamanan");
        await main(page).getByRole("button", { name: /^Hapus/ }).first().click();
        await sure(page, true);
        if (page.url().includes("/akun/ulang")) await prove(page, who.password);
        await page.getByText("Kunci sandi dihapus.").waitFor();
        assert.equal(await main(page).getByText("Kunci USB hijau").count(), 0);
        await page.context().clearCookies({ name: /^(?!bahasa$)/ });
        await logIn(page, who.username, who.password);
        await arrive(page, "Beranda");
        await page.context().close();
      },
    };
  } finally {
    await own.stop();
  }
}
