// Every form sent empty: what the answer says is accessible too. On a demo of its own, since guesses are counted.

import assert from "node:assert/strict";

import { reader } from "../lib/browser.mjs";
import { none, photograph, problems } from "../lib/checks.mjs";
import { enter } from "../lib/login.mjs";
import { start } from "../lib/server.mjs";

const READERS = [
  { width: 360, theme: "light", lang: "id" },
  { width: 1366, theme: "dark", lang: "en" },
];
const PRIMARY = "main form[method=post] button[type=submit].tombol:not(.tombol--kedua, .tombol--bahaya, .tombol--tautan)";

export default async function* tests(world) {
  const pages = world.routes.filter((route) => route.page && route.samples.length > 0 && route.path !== "/komponen");
  const own = { ...world, ...(await start()) };
  try {
    for (const how of READERS) {
      const windows = new Map();
      for (const route of pages) {
        yield {
          name: `${route.path} ${how.width} ${how.theme} ${how.lang}`,
          run: async () => {
            const open = ["public", "demo"].includes(route.access);
            const key = open ? "" : route.access;
            const page = windows.get(key) ?? (await reader(world.browser, own.base, how));
            if (!windows.has(key)) {
              windows.set(key, page);
              if (!open) await enter(page, own, route.samples[0]);
            }
            await page.goto(route.samples[0]);
            const button = page.locator(PRIMARY).first();
            if ((await button.count()) === 0) return;
            await empty(page);
            const [answer] = await Promise.all([page.waitForResponse((one) => one.request().isNavigationRequest()), button.click()]);
            await page.waitForLoadState();
            assert.ok(answer.status() < 500, `status ${answer.status()}`);
            await photograph(page, `${route.path}-kosong-${how.width}-${how.theme}-${how.lang}`);
            const found = await problems(page);
            if ((await page.locator("[data-ringkasan]").count()) > 0 && !/^(Kesalahan|Error): /.test(await page.title())) {
              found.push(`the title «${await page.title()}» does not tell of the errors`);
            }
            none(found);
          },
        };
      }
      for (const page of windows.values()) await page.context().close();
    }
  } finally {
    await own.stop();
  }
}

/** Nothing typed, nothing chosen; scripts of the page would ask first, so the form is sent as without them. */
const empty = (page) =>
  page.evaluate((selector) => {
    const { form } = document.querySelector(selector);
    form.dataset.yakin = "ya";
    // A passkey's form, hidden at a bare address, is sent with the answer of an authenticator that knows nothing.
    if (form.dataset.kunci) {
      form.hidden = false;
      form.elements.jawaban.value = "{}";
    }
    for (const field of form.elements) {
      if (field.type === "checkbox" || field.type === "radio") field.checked = false;
      else if (field.type !== "hidden" && "value" in field && field.tagName !== "BUTTON" && field.type !== "file") field.value = "";
    }
  }, PRIMARY);
