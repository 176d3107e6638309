// Builds crates/web/dist: files named by their content, compressed beside, and manifest.tsv, which build.rs reads.

import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

import * as esbuild from "esbuild";
import * as sass from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "../crates/web/dist");

/** The style sheet, with the kit's class prefix renamed and its fallback colours dropped: tokens always exist. */
function style() {
  const { css } = sass.compile(join(here, "styles/pabean.scss"), {
    style: "expanded",
    loadPaths: [join(here, "node_modules")],
  });
  const own = css.replaceAll("govuk-", "pb-").replace(/var\((--pb-[a-z-]+), #[0-9a-f]{3,8}\)/g, "var($1)");
  const { code } = esbuild.transformSync(own, { loader: "css", minify: true, target: ["chrome100", "firefox100", "safari15"] });
  for (const word of ["@font-face", "Transport", "GOV.UK", "govuk", "url(", "http"]) {
    if (code.includes(word)) throw new Error(`the style sheet contains «${word}»`);
  }
  return Buffer.from(code);
}

/** A script of ours with what it imports, in one file. */
async function script(entry) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(here, "scripts", entry)],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2021",
    legalComments: "none",
  });
  return Buffer.from(outputFiles[0].contents);
}

/** The licences of what the files contain. */
function notices() {
  const parts = [
    ["govuk-frontend", "notices/govuk-frontend.txt"],
    ["htmx.org", "node_modules/htmx.org/LICENSE"],
  ].map(([name, file]) => `${name}\n\n${readFileSync(join(here, file), "utf8").trim()}\n`);
  return Buffer.from(`Styles and scripts of these pages contain parts of:\n\n${parts.join("\n----\n\n")}`);
}

const files = [
  ["pabean", "css", "text/css; charset=utf-8", style()],
  ["pabean", "js", "text/javascript; charset=utf-8", await script("pabean.js")],
  ["htmx", "js", "text/javascript; charset=utf-8", await script("htmx.js")],
  ["tanda", "svg", "image/svg+xml", readFileSync(join(here, "images/tanda.svg"))],
  ["lisensi", "txt", "text/plain; charset=utf-8", notices()],
];

mkdirSync(dist, { recursive: true });
const manifest = [];
for (const [stem, extension, type, bytes] of files) {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  const file = `${stem}-${hash}.${extension}`;
  const br = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
  const gz = gzipSync(bytes, { level: 9 });
  writeFileSync(join(dist, file), bytes);
  writeFileSync(join(dist, `${file}.br`), br);
  writeFileSync(join(dist, `${file}.gz`), gz);
  manifest.push([`${stem}.${extension}`, file, type]);
  console.log(`${file}  ${bytes.length} bytes, gzip ${gz.length}, brotli ${br.length}`);
}
writeFileSync(join(dist, "manifest.tsv"), manifest.map((row) => `${row.join("\t")}\n`).join(""));
const wanted = new Set(manifest.flatMap(([, file]) => [file, `${file}.br`, `${file}.gz`]).concat("manifest.tsv"));
for (const old of readdirSync(dist).filter((name) => !wanted.has(name))) rmSync(join(dist, old), { recursive: true });
