// Every page of the route table × width × theme × language: accessible, not too wide, not too big, valid, photographed.

import assert from "node:assert/strict";

import { LANGS, reader, THEMES, WIDTHS } from "../lib/browser.mjs";
import { invalid, photograph, problems } from "../lib/checks.mjs";
import { login } from "../lib/login.mjs";

export default async function* tests(world) {
  const pages = world.routes.filter((route) => route.page);
  yield {
    name: "every page has samples to scan",
    run: () => assert.deepEqual(pages.filter((route) => route.samples.length === 0).map((route) => route.path), []),
  };
  const readers = new Map();
  for (const route of pages) {
    for (const sample of route.samples) {
      for (const lang of LANGS) {
        for (const theme of THEMES) {
          for (const width of WIDTHS) {
            yield {
              name: `${sample} ${width} ${theme} ${lang}`,
              run: async () => {
                const page = await visitor(world, readers, route, { width, theme, lang });
                const answer = await page.goto(sample, { waitUntil: "load" });
                assert.ok(answer.status() < 500, `status ${answer.status()}`);
                assert.equal(await page.locator("html").getAttribute("lang"), lang);
                await photograph(page, `${sample}-${width}-${theme}-${lang}`);
                const found = await problems(page);
                if (width === WIDTHS[0] && theme === THEMES[0]) {
                  found.push(...(await invalid(await answer.text())), ...(await atSmallest(page)));
                }
                assert.deepEqual(found, []);
              },
            };
          }
        }
      }
    }
  }
  for (const page of readers.values()) await page.context().close();
}

/** One window for each kind of reader; pages that ask for a login get the first account that may see them. */
async function visitor(world, readers, route, how) {
  const who = { public: "", demo: "" }[route.access] ?? route.access;
  const key = JSON.stringify([who, how]);
  if (!readers.has(key)) {
    const page = await reader(world.browser, world.base, how);
    readers.set(key, page);
    if (who) await enter(page, world, route);
  }
  return readers.get(key);
}

async function enter(page, world, route) {
  for (const { username } of world.accounts) {
    await page.context().clearCookies({ name: /^(?!bahasa$)/ });
    await login(page, world, username);
    const answer = await page.goto(route.samples[0]);
    if (answer.status() === 200) return;
  }
  throw new Error(`no demo account may open ${route.samples[0]}`);
}

/** The narrowest screen that is promised, which is also 400 % zoom of a usual one. */
async function atSmallest(page) {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await page.setViewportSize(before);
  return sideways > 0 ? [`scrolls sideways by ${sideways} px at 320 px`] : [];
}
