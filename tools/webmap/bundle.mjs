// Bundles library.js into a folder, with the licences of all that went into it: node bundle.mjs <folder>
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const folder = process.argv[2];

const { metafile, outputFiles } = await build({
  absWorkingDir: here,
  entryPoints: ["library.js"],
  bundle: true,
  minify: true,
  format: "iife",
  globalName: "ol",
  target: "es2020",
  charset: "ascii",
  legalComments: "none", // the whole texts go on top
  metafile: true,
  write: false,
});

const packages = new Set();
for (const path of Object.keys(metafile.inputs)) {
  const found = path.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)/);
  if (found) packages.add(found[1]);
}

const licences = [...packages].sort().map((name) => {
  const home = join(here, "node_modules", name);
  const { version, license } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  const file = readdirSync(home).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file) throw new Error(`${name} has no licence text`);
  const text = readFileSync(join(home, file), "utf8").trim();
  return `${name} ${version} (${license})\n\n${text}\n`;
});
const notice = licences.join(`\n${"-".repeat(80)}\n\n`);

writeFileSync(join(folder, "LICENSES.txt"), notice);
writeFileSync(join(folder, "library.js"), `/*\n${notice.replaceAll("*/", "* /")}*/\n${outputFiles[0].text}`);
