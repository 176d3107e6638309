// Without script: every page says the same, every part of it can be reached, nothing stays hidden that matters.

import assert from "node:assert/strict";

import { reader } from "../lib/browser.mjs";
import { layout, none, photograph, problems } from "../lib/checks.mjs";

export default async function* tests(world) {
  let page;
  let bare;
  const open = world.routes.filter((route) => route.page && ["public", "demo"].includes(route.access));
  for (const sample of open.flatMap((route) => route.samples)) {
    yield {
      name: sample,
      run: async () => {
        page ??= await reader(world.browser, world.base, { width: 360, script: false });
        await page.goto(sample);
        await photograph(page, `${sample}-360-tanpa-skrip`);
        none(await layout(page));
        // axe itself is a script: it looks at the same page with ours withheld.
        bare ??= await withoutOurs(world);
        await bare.goto(sample);
        none(await problems(bare));
      },
    };
  }
  yield {
    name: "the navigation opens and leads on",
    run: async () => {
      page ??= await reader(world.browser, world.base, { width: 360, script: false });
      await page.goto("/");
      const link = page.locator(".navigasi a[href='/verifikasi']");
      assert.equal(await link.isVisible(), false);
      await page.locator(".navigasi summary").click();
      await link.click();
      assert.equal(new URL(page.url()).pathname, "/verifikasi");
    },
  };
  yield {
    name: "language, colours and density are links",
    run: async () => {
      page ??= await reader(world.browser, world.base, { width: 360, script: false });
      await page.goto("/verifikasi");
      for (const [choice, attribute, value] of [
        ["tema=gelap", "data-tema", "gelap"],
        ["kerapatan=rapat", "data-kerapatan", "rapat"],
      ]) {
        await page.locator(`a[data-tampilan="${choice}"]`).click();
        await page.goto("/verifikasi");
        assert.equal(await page.locator("html").getAttribute(attribute), value);
      }
      await page.locator(".kaki a[hreflang=en]").click();
      assert.equal(await page.locator("html").getAttribute("lang"), "en");
    },
  };
  yield {
    name: "fields of a choice are visible, and a form posts without asking",
    run: async () => {
      page ??= await reader(world.browser, world.base, { width: 360, script: false });
      await page.goto("/komponen");
      assert.ok(await page.locator("#nib").isVisible());
      const [request] = await Promise.all([
        page.waitForRequest((one) => one.method() === "POST"),
        page.locator("#contoh-form .tombol").first().click(),
      ]);
      assert.equal(new URLSearchParams(request.postData()).get("yakin"), null);
    },
  };
  for (const one of [page, bare]) await one?.context().close();
}

async function withoutOurs(world) {
  const page = await reader(world.browser, world.base, { width: 360 });
  await page.route("**/*.js", (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
  return page;
}
