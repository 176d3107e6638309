// The second factor: turned on by hand, asked for at the next login. On a demo of its own, since it changes an account.

import assert from "node:assert/strict";
import { createHmac } from "node:crypto";

import { reader } from "../lib/browser.mjs";
import { account, login } from "../lib/login.mjs";
import { look } from "../lib/scan.mjs";
import { start } from "../lib/server.mjs";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** The code of an authenticator (RFC 6238, SHA-1, six digits, 30 seconds); `ahead` steps from now. */
function code(key, ahead = 0) {
  const bits = [...key.replace(/[^A-Z2-7]/g, "")].map((sign) => ALPHABET.indexOf(sign).toString(2).padStart(5, "0")).join("");
  const secret = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + ahead));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const number = mac.readUInt32BE(mac[19] & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

export default async function* tests(world) {
  const own = { ...world, ...(await start()) };
  try {
    yield {
      name: "two steps are turned on, then asked for",
      run: async () => {
        const page = await reader(world.browser, own.base);
        const who = account(own, "PENGGUNA_JASA");
        await login(page, own, who.username);
        await page.goto("/akun/keamanan");
        await page.getByRole("button", { name: "Aktifkan", exact: true }).or(page.getByRole("link", { name: "Aktifkan", exact: true })).first().click();
        await page.waitForURL(/\/akun\/(faktor|ulang)/);
        if (page.url().includes("/akun/ulang")) {
          await page.locator("main input[type=password]").fill(who.password);
          await page.locator("main button[type=submit]").first().click();
          await page.waitForLoadState();
          if (!page.url().includes("/akun/faktor")) await page.goto("/akun/faktor");
        }
        await look(own, page, "/akun/faktor");
        const key = await page.locator("main .fakta code").first().textContent();
        await page.locator("main input[inputmode=numeric]").first().fill(code(key));
        await page.locator("main form[method=post] button[type=submit].tombol").first().click();
        await page.waitForLoadState();
        await look(own, page, "/akun/faktor-pemulihan", { reload: false });
        await page.context().clearCookies({ name: /^(?!bahasa$)/ });
        await page.goto("/masuk");
        await page.locator("input[autocomplete~=username]").fill(who.username);
        await page.locator("input[autocomplete=current-password]").fill(who.password);
        await page.locator("main button[type=submit]:not(.tombol--kedua)").first().click();
        await page.waitForLoadState();
        assert.equal(new URL(page.url()).pathname, "/masuk/kode", await page.locator("main").innerText());
        await look(own, page, "/masuk/kode");
        // Each code opens once: the next one is taken, which the server allows for clocks that run ahead.
        await page.locator("main input[autocomplete=one-time-code], main input[inputmode=numeric]").first().fill(code(key, 1));
        await page.locator("main button[type=submit]").first().click();
        await page.waitForURL((url) => url.pathname !== "/masuk/kode");
        assert.equal(new URL(page.url()).pathname, "/beranda");
        await page.context().close();
      },
    };
  } finally {
    await own.stop();
  }
}
