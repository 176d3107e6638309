// The browser of the machine; none is ever downloaded.

import { chromium } from "playwright-core";

export function launch() {
  return chromium.launch({
    executablePath: process.env.PABEAN_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
}

export const WIDTHS = [360, 1366];
export const THEMES = ["light", "dark"];
export const LANGS = ["id", "en"];

/** A reader with a screen, a taste and a language; `script: false` has scripts switched off. */
export async function reader(browser, base, { width = 1366, theme = "light", lang = "id", script = true } = {}) {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: theme,
    javaScriptEnabled: script,
    reducedMotion: "reduce",
    baseURL: base,
  });
  await context.addCookies([{ name: "bahasa", value: lang, url: base }]);
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of (404|405|422|409|403|503)/.test(message.text())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  // What the browser complained about since the last time: refused by the policy, failed scripts.
  page.complaints = () => complaints.splice(0);
  return page;
}
