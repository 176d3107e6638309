// The checks themselves: a page that is bad on purpose must be found bad in every way.

import assert from "node:assert/strict";

import { reader } from "../lib/browser.mjs";
import { invalid, problems } from "../lib/checks.mjs";

const BAD = `<!doctype html><html lang="id"><head><title>Lain</title></head><body>
<main><h1>Buruk</h1><h1>Dua</h1><p style="color:#aaa">pucat</p><input name="tanpa-label"><img src="/aset/x.png">
<div style="width:900px">lebar</div>${"<i></i>".repeat(3_000)}</main></body></html>`;

export default function* tests(world) {
  yield {
    name: "a bad page is found bad",
    run: async () => {
      const page = await reader(world.browser, world.base, { width: 360 });
      await page.route("**/buruk", (route) => route.fulfill({ contentType: "text/html", body: BAD }));
      await page.goto("/buruk");
      const found = (await problems(page)).join("\n");
      for (const word of ["axe color-contrast", "axe label", "axe image-alt", "sideways", "nodes, at most", "2 headings"]) {
        assert.ok(found.includes(word), `«${word}» was not found in:\n${found}`);
      }
      await page.context().close();
    },
  };
  yield {
    name: "what the policy forbids is noticed",
    run: async () => {
      const page = await reader(world.browser, world.base);
      await page.goto("/");
      await page.evaluate(() => {
        const script = document.createElement("script");
        script.src = "https://example.invalid/a.js";
        document.head.append(script);
      }).catch(() => {});
      await page.evaluate(() => (document.body.innerHTML = "<b>x</b>")).catch(() => {});
      const found = (await page.complaints()).join("\n");
      assert.match(found, /TrustedHTML|Trusted|Content Security Policy/);
      await page.context().close();
    },
  };
  yield {
    name: "invalid HTML is found",
    run: async () => assert.notDeepEqual(await invalid("<!doctype html><html lang=id><title>x</title><p><div></div><a></b>"), []),
  };
}
