// Every page of the route table × width × theme × language: accessible, not too wide, not too big, valid, photographed.

import assert from "node:assert/strict";

import { LANGS, reader, WIDTHS } from "../lib/browser.mjs";
import { invalid, none } from "../lib/checks.mjs";
import { enter } from "../lib/login.mjs";
import { everyWay, mark, routeOf } from "../lib/scan.mjs";

export default async function* tests(world) {
  const pages = world.routes.filter((route) => route.page);
  const readers = new Map();
  // Addresses with a record's id have no samples: the lists lead to them.
  const samples = pages.flatMap((route) => route.samples.map((sample) => ({ route, sample })));
  for (const { route, sample } of samples) {
    yield {
      name: sample,
      run: async () => {
        const page = await visitor(world, readers, route, sample);
        const found = [];
        for (const [lang, width] of LANGS.flatMap((lang) => WIDTHS.map((width) => [lang, width]))) {
          await page.context().addCookies([{ name: "bahasa", value: lang, url: world.base }]);
          await page.setViewportSize({ width, height: 900 });
          const answer = await page.goto(sample, { waitUntil: "load" });
          assert.ok(answer.status() < 500, `status ${answer.status()}`);
          assert.equal(await page.locator("html").getAttribute("lang"), lang);
          found.push(...(await everyWay(page, sample, lang, [width])));
          if (width !== WIDTHS[0]) continue;
          found.push(...(await invalid(await answer.text())), ...(await atSmallest(page)));
          if (lang === LANGS[0]) samples.push(...(await onwards(world, page, samples)));
        }
        mark(world, page.url());
        none(found);
      },
    };
  }
  for (const page of readers.values()) await page.context().close();
}

/** One window for each kind of reader; pages that ask for a login get the first account that may see them. */
async function visitor(world, readers, route, sample) {
  const who = { public: "", demo: "" }[route.access] ?? route.access;
  if (!readers.has(who)) {
    const page = await reader(world.browser, world.base);
    readers.set(who, page);
    if (who) await enter(page, world, route.samples[0] ?? sample);
  }
  return readers.get(who);
}

/** Links on this page to addresses with an id that no sample names yet, one for each route. */
async function onwards(world, page, samples) {
  const hrefs = await page.locator("main a[href^='/']").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  const more = [];
  for (const href of hrefs) {
    const route = routeOf(world, href);
    const known = [...samples, ...more].some((one) => one.route === route);
    if (route && route.path.includes("{") && !known) more.push({ route, sample: href });
  }
  return more;
}

/** The narrowest screen that is promised, which is also 400 % zoom of a usual one. */
async function atSmallest(page) {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await page.setViewportSize(before);
  return sideways > 0 ? [`scrolls sideways by ${sideways} px at 320 px`] : [];
}
