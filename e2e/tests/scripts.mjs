// What the scripts add: pop-up before sending, passwords, choices, errors, lists, colours, session's end.

import assert from "node:assert/strict";

import { reader } from "../lib/browser.mjs";
import { none, photograph, problems } from "../lib/checks.mjs";

export default function* tests(world) {
  const on = (path, how, run) => async () => {
    const page = await reader(world.browser, world.base, how);
    try {
      await page.goto(path);
      await run(page);
      assert.deepEqual(page.complaints(), []);
    } finally {
      await page.context().close();
    }
  };
  yield { name: "a pop-up asks, and only «ya» sends", run: on("/komponen", {}, asks) };
  yield { name: "a wrong form goes to the server, not to the pop-up", run: on("/komponen", {}, wrongFormIsSent) };
  yield { name: "a second press sends nothing", run: on("/komponen", {}, once) };
  yield { name: "a password can be looked at", run: on("/komponen", {}, password) };
  yield { name: "fields come with their choice", run: on("/komponen", {}, reveal) };
  yield { name: "the summary of errors has the focus and leads into the field", run: on("/komponen?keadaan=salah", {}, summary) };
  yield { name: "all rows are ticked at once", run: on("/komponen", {}, ticks) };
  yield { name: "colours change at once and stay", run: on("/verifikasi", {}, colours) };
  yield { name: "menus close by Escape and return the focus", run: on("/komponen", {}, menus) };
  yield { name: "the end of the session is announced", run: sessionEnd(world) };
  yield { name: "the focus is always in sight, also below sticky parts", run: on("/komponen", { width: 360 }, focus) };
  yield { name: "htmx starts under the policy", run: on("/komponen", {}, htmx) };
  yield { name: "on paper there are no controls", run: on("/komponen", {}, paper) };
}

const posts = (page) => {
  const bodies = [];
  return page.route("**/komponen", (route) => {
    if (route.request().method() !== "POST") return route.continue();
    bodies.push(new URLSearchParams(route.request().postData()));
    return route.fulfill({ status: 204 });
  }).then(() => bodies);
};

async function asks(page) {
  const bodies = await posts(page);
  const dialog = page.locator("#tanya");
  await page.locator("#surel-konfirmasi").fill("sri@contoh.example");
  await page.locator("#contoh-form .tombol").first().click();
  assert.ok(await dialog.isVisible());
  await photograph(page, "/komponen-pop-up-1366-light-id");
  none(await problems(page));
  await page.locator("#tanya [data-tidak]").click();
  assert.ok(!(await dialog.isVisible()));
  assert.equal(bodies.length, 0);
  await page.locator("#contoh-form .tombol").first().click();
  await page.keyboard.press("Escape");
  assert.ok(!(await dialog.isVisible()));
  await page.locator("#contoh-form .tombol").first().click();
  await page.locator("#tanya [data-ya]").click();
  await page.waitForTimeout(100);
  assert.equal(bodies.length, 1);
  assert.equal(bodies[0].get("yakin"), "ya");
  assert.equal(bodies[0].get("csrf"), "contoh-token");
  assert.equal(bodies[0].get("surel-konfirmasi"), "sri@contoh.example");
}

async function wrongFormIsSent(page) {
  const bodies = await posts(page);
  await page.locator("#surel-konfirmasi").fill("bukan alamat");
  await page.locator("#contoh-form .tombol").first().click();
  await page.waitForTimeout(100);
  assert.equal(bodies.length, 1);
  assert.equal(bodies[0].get("yakin"), null);
}

async function once(page) {
  const bodies = await posts(page);
  await page.evaluate(() => {
    const button = document.querySelector("#contoh-form .tombol");
    document.querySelector("#surel-konfirmasi").value = "tanpa-tanda";
    button.click();
    button.click();
    button.click();
  });
  await page.waitForTimeout(150);
  assert.equal(bodies.length, 1);
}

async function password(page) {
  const field = page.locator("#sandi");
  const button = page.locator("[data-sandi]");
  await field.fill("kalimat pendek yang diingat");
  await button.click();
  assert.equal(await field.getAttribute("type"), "text");
  assert.equal(await button.textContent(), "Sembunyikan");
  await button.click();
  assert.equal(await field.getAttribute("type"), "password");
}

async function reveal(page) {
  const nib = page.locator("#nib");
  assert.ok(await nib.isVisible());
  await page.getByLabel("Perorangan").check();
  assert.ok(!(await nib.isVisible()));
  await page.getByLabel("Badan usaha").check();
  assert.ok(await nib.isVisible());
}

async function summary(page) {
  assert.ok(await page.evaluate(() => document.activeElement.matches("[data-ringkasan]")));
  await page.locator("[data-ringkasan] a[href='#hak']").click();
  assert.equal(await page.evaluate(() => document.activeElement.id), "hak");
  const legend = await page.locator("fieldset:has(#hak) legend").boundingBox();
  assert.ok(legend.y >= 0 && legend.y < 300, `legend at ${legend.y}`);
}

async function ticks(page) {
  const all = page.locator("[data-pilih-semua]");
  await all.check();
  assert.equal(await page.locator("input[name=id]:checked").count(), 4);
  assert.equal(await page.locator("[data-terpilih]").textContent(), "4 dipilih");
  await page.locator("input[name=id]").first().uncheck();
  assert.ok(await all.evaluate((box) => box.indeterminate));
}

async function colours(page) {
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page.locator('a[data-tampilan="tema=gelap"]').click();
  const dark = await ground();
  assert.notEqual(dark, light);
  await page.waitForTimeout(200);
  await page.reload();
  assert.equal(await ground(), dark);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.locator('a[data-tampilan="tema=terang"]').click();
  assert.equal(await ground(), light);
}

async function menus(page) {
  const summary = page.locator(".kepala__alat summary");
  await summary.click();
  assert.ok(await page.getByRole("button", { name: "Keluar" }).isVisible());
  await photograph(page, "/komponen-menu-1366-light-id");
  await page.locator(".menu__isi a").first().focus();
  await page.keyboard.press("Escape");
  assert.ok(!(await page.getByRole("button", { name: "Keluar" }).isVisible()));
  assert.ok(await summary.evaluate((element) => element === document.activeElement));
}

const sessionEnd = (world) => async () => {
  const page = await reader(world.browser, world.base);
  try {
    await page.clock.install();
    await page.goto("/komponen");
    const box = page.locator("[data-sesi]");
    assert.ok(!(await box.isVisible()));
    await page.clock.runFor(1_681_000);
    assert.ok(await box.isVisible());
    await page.route("**/akun/sesi/tetap", (route) => route.fulfill({ status: 204 }));
    await page.getByRole("button", { name: "Tetap masuk" }).click();
    await box.waitFor({ state: "hidden" });
    await page.clock.runFor(1_801_000);
    assert.match(await box.textContent(), /sudah berakhir/);
    assert.ok(!(await page.getByRole("button", { name: "Tetap masuk" }).isVisible()));
  } finally {
    await page.context().close();
  }
};

async function focus(page) {
  const seen = new Set();
  for (let i = 0; i < 120; i += 1) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === document.body) return null;
      const box = element.getBoundingClientRect();
      const hit = document.elementFromPoint(box.x + box.width / 2, Math.min(innerHeight - 1, Math.max(0, box.y + box.height / 2)));
      const covered = !(hit && (element.contains(hit) || hit.contains(element) || hit.closest("label")?.htmlFor === element.id || hit.closest("label")?.contains(element)));
      return { name: element.id || element.textContent.trim().slice(0, 30), covered: covered && box.width > 1, out: box.bottom < 0 || box.top > innerHeight };
    });
    if (!at) break;
    seen.add(at.name);
    assert.ok(!at.out && !at.covered, `«${at.name}» has the focus and cannot be seen`);
  }
  assert.ok(seen.size > 40, `only ${seen.size} places`);
}

async function htmx(page) {
  assert.deepEqual(page.complaints(), []);
  const made = await page.evaluate(() => document.body.getAttributeNames().length >= 0 && Boolean(globalThis.trustedTypes?.defaultPolicy));
  assert.ok(made);
}

async function paper(page) {
  await page.emulateMedia({ media: "print" });
  for (const selector of [".navigasi", ".kepala__alat", ".tombol", ".saring", ".kaki ul"]) {
    assert.ok(!(await page.locator(selector).first().isVisible()), `${selector} is printed`);
  }
  await photograph(page, "/komponen-cetak");
}
