// Looking at one page as every kind of reader, and remembering which addresses have been looked at.

import { LANGS, THEMES, WIDTHS } from "./browser.mjs";
import { layout, none, photograph, problems } from "./checks.mjs";

const pattern = (path) => new RegExp(`^${path.replace(/\{[^}]+\}/g, "[^/]+")}$`);

/** The route of the table that answers an address; the one with the fewest parameters wins; none when that is no page. */
export function routeOf(world, href) {
  const { pathname } = new URL(href, world.base ?? "http://localhost");
  const open = (route) => route.path.split("{").length;
  const all = world.routes.filter((route) => route.method === "GET" && pattern(route.path).test(pathname));
  const answering = all.sort((a, b) => open(a) - open(b));
  return answering[0]?.page ? answering[0] : undefined;
}

/** The page that is open has been looked at. */
export function mark(world, href) {
  const route = routeOf(world, href);
  if (route) world.scanned.add(route.path);
}

/** What is wrong with the page that is open, in any theme and width; each is photographed. */
export async function everyWay(page, name, lang, widths = WIDTHS) {
  const found = [];
  const before = page.viewportSize();
  for (const theme of THEMES) {
    await page.emulateMedia({ colorScheme: theme });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await photograph(page, `${name}-${width}-${theme}-${lang}`);
      found.push(...(await problems(page)).map((line) => `${width} ${theme} ${lang}: ${line}`));
    }
  }
  await page.setViewportSize(before);
  await page.emulateMedia({ colorScheme: "light" });
  return found;
}

/**
 * Looks at the page that is open in all widths and themes, and in both languages when it can be loaded again
 * (`reload: false` for answers to a post). For pages behind one-time links, which no list of samples can name.
 */
export async function look(world, page, name, { reload = true } = {}) {
  const found = [];
  const cookies = (await page.context().cookies()).filter((cookie) => cookie.name === "bahasa");
  for (const lang of reload ? LANGS : ["kini"]) {
    if (reload) {
      await page.context().addCookies([{ name: "bahasa", value: lang, url: new URL(page.url()).origin }]);
      await page.reload();
    }
    found.push(...(await everyWay(page, name, lang)));
  }
  if (reload) {
    await page.context().addCookies(cookies);
    await page.reload();
  }
  mark(world, page.url());
  none(found);
}

/**
 * A quick look in passing, for the many states of one page: both widths, one theme; without script what needs none.
 * Not enough for the list of addresses that have been looked at.
 */
export async function glance(page, name, script = true) {
  const found = [];
  const before = page.viewportSize();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    if (script) await photograph(page, `${name}-${width}`);
    found.push(...(await (script ? problems(page) : layout(page))).map((line) => `${name} ${width}: ${line}`));
  }
  await page.setViewportSize(before);
  none(found);
}
