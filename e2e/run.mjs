// Runs tests/*.mjs against a demo of its own and prints `N passed, N failed` last. Arguments choose tests by part of the name.

import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { launch } from "./lib/browser.mjs";
import { routes, start } from "./lib/server.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const wanted = process.argv.slice(2);
// A step that photographs and scans several pages in every theme, width and language takes more than a minute.
const LONGEST = 240_000;
const began = Date.now();
let passed = 0;
let failed = 0;

function within(work, milliseconds) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done in ${milliseconds} ms`)), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

const browser = await launch();
const world = { browser, routes: routes(), scanned: new Set(), ...(await start()) };
try {
  for (const file of readdirSync(join(here, "tests")).filter((name) => name.endsWith(".mjs")).sort()) {
    const { default: tests } = await import(join(here, "tests", file));
    for await (const { name, run } of tests(world)) {
      const full = `${file.replace(".mjs", "")}: ${name}`;
      if (wanted.length > 0 && !wanted.some((word) => full.includes(word))) continue;
      try {
        await within(run(), LONGEST);
        passed += 1;
        console.log(`ok   ${full}`);
      } catch (error) {
        failed += 1;
        console.log(`FAIL ${full}\n     ${String(error?.message ?? error).replaceAll("\n", "\n     ")}`);
      }
    }
  }
} finally {
  await browser.close();
  await world.stop();
}
console.log(`${Math.round((Date.now() - began) / 1000)} s`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
