/**
 * `npm run bench [-- --quick] [--only SUITE,…] [--profile NAME]`: measures what docs/performance.md lists.
 *
 * Prints a Markdown table; the same as Markdown and JSON lies in `.cache/bench` afterwards. Each suite runs in a process
 * of its own, so that neither its heap nor its compiled code is another's.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { type Results, toMarkdown } from "./report.ts";
import type { Suite } from "./suite.ts";

const loaders: Record<string, () => Promise<Suite>> = {
  reading: async () => (await import("./suites/reading.ts")).reading,
  growth: async () => (await import("./suites/growth.ts")).growth,
  page: async () => (await import("./suites/page.ts")).page,
  background: async () => (await import("./suites/background.ts")).background,
  update: async () => (await import("./suites/update.ts")).update,
  check: async () => (await import("./suites/check.ts")).check,
};

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    only: { type: "string", default: Object.keys(loaders).join(",") },
    seed: { type: "string", default: "1" },
    profile: { type: "string" },
    suite: { type: "string" },
  },
});
const folder = path.resolve(import.meta.dirname, "../.cache/bench");
mkdirSync(folder, { recursive: true });
const options = {
  quick: values.quick,
  seed: Number(values.seed),
  runs: values.quick ? 7 : 15,
  profiles: values.profile === undefined ? null : path.join(folder, "profiles"),
};

if (values.suite !== undefined) {
  const suite = await loaders[values.suite]?.();
  if (!suite) throw new Error(`No suite is named ${values.suite}; there are ${Object.keys(loaders).join(", ")}`);
  writeFileSync(path.join(folder, `${suite.name}.json`), JSON.stringify(await suite.run(options)));
} else {
  process.exitCode = runAll(values.profile === undefined ? values.only.split(",") : [values.profile]);
}

function runAll(names: readonly string[]): number {
  const results: Results = {
    at: new Date().toISOString(),
    machine: { cpu: cpus()[0]?.model ?? "unknown", cores: cpus().length, node: process.versions.node, browsers: [] },
    seed: options.seed,
    quick: options.quick,
    figures: [],
  };
  for (const name of names) {
    if (!(name in loaders)) {
      console.error(`No suite is named ${name}; there are ${Object.keys(loaders).join(", ")}.`);
      return 2;
    }
    const output = path.join(folder, `${name}.json`);
    rmSync(output, { force: true });
    console.error(`${name} …`);
    const isProfiled = values.profile !== undefined;
    // What runs in a page is profiled there; the driver's own time says nothing of it.
    const profile =
      isProfiled && name !== "page" ? ["--cpu-prof", "--cpu-prof-dir", path.join(folder, "profiles")] : [];
    const { status } = spawnSync(
      process.execPath,
      // A million deals as objects take some gigabytes.
      [
        "--max-old-space-size=8192",
        ...profile,
        import.meta.filename,
        "--suite",
        name,
        "--seed",
        String(options.seed),
      ].concat(options.quick ? ["--quick"] : [], isProfiled ? ["--profile", name] : []),
      { stdio: ["ignore", "inherit", "inherit"] },
    );
    if (status !== 0) {
      console.error(`${name} ended with status ${status}; its figures are missing.`);
      return 1;
    }
    results.figures.push(...JSON.parse(readFileSync(output, "utf8")));
  }
  const markdown = toMarkdown(results);
  writeFileSync(path.join(folder, "results.json"), JSON.stringify(results, null, 2));
  writeFileSync(path.join(folder, "results.md"), markdown);
  console.log(markdown);
  if (values.profile !== undefined) console.log(`The profile lies in ${path.join(folder, "profiles")}.`);
  return 0;
}
