// What must hold of every page, in whatever state it is.

import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import { HtmlValidate } from "html-validate";

import { screens } from "./server.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const MOST_NODES = 3_000;

/** All that is wrong with the page as it stands, as short lines; empty when nothing is. Needs scripts. */
export async function problems(page) {
  const found = await layout(page);
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe);
  const violations = await page.evaluate(async (tags) => {
    const { violations } = await globalThis.axe.run(document, { runOnly: { type: "tag", values: tags } });
    return violations.map(({ id, nodes }) => `axe ${id}: ${nodes.slice(0, 3).map((node) => `${node.target} ${node.failureSummary?.split("\n").slice(1, 2).join("").trim()}`).join(" | ")}`);
  }, TAGS);
  return [...found, ...violations];
}

/** The same without axe, for a page whose scripts are off. */
export async function layout(page) {
  const found = page.complaints ? page.complaints().map((text) => `console: ${text}`) : [];
  const { nodes, sideways, title, h1 } = await page.evaluate(() => ({
    nodes: document.querySelectorAll("*").length,
    sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    title: document.title,
    h1: [...document.querySelectorAll("h1")].map((heading) => heading.textContent.trim()),
  }));
  if (sideways > 0) found.push(`scrolls sideways by ${sideways} px at ${page.viewportSize().width} px`);
  if (nodes > MOST_NODES) found.push(`${nodes} nodes, at most ${MOST_NODES}`);
  if (h1.length !== 1) found.push(`${h1.length} headings of the first level`);
  else if (!title.includes(h1[0])) found.push(`title «${title}» without heading «${h1[0]}»`);
  return found;
}

/** Fails with all that was found. */
export function none(found) {
  if (found.length > 0) throw new Error(found.join("\n"));
}

/** Writes target/screens/<name>.png. */
export async function photograph(page, name) {
  mkdirSync(screens, { recursive: true });
  const file = `${name.replace(/^\/+/, "").replace(/[^a-z0-9-]+/gi, "_").replace(/^_+|_+$/g, "") || "beranda"}.png`;
  await page.screenshot({ path: join(screens, file), fullPage: true, animations: "disabled" });
}

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    // Matters of taste, or of a rendering that drops optional parts.
    "doctype-style": "off",
    "long-title": "off",
    "no-trailing-whitespace": "off",
    "require-sri": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "no-implicit-input-type": "off",
    "prefer-native-element": ["error", { exclude: ["region"] }],
    // Fields are named by their place in the document: n1.posTarif.
    "valid-id": ["error", { relaxed: true }],
    // A list may have a name; rows of a list share the name of their box.
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
    "form-dup-name": ["error", { shared: ["radio", "checkbox", "button", "submit"] }],
  },
});

/** What the HTML itself breaks, as short lines. */
export async function invalid(html) {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) => messages.map((m) => `html ${m.ruleId} (line ${m.line}): ${m.message}`));
}
