/**
 * `npm test`: every check there is, and at the end one line `N passed, N failed`. Each check counts as one, as does each
 * unit test and each browser test.
 *
 * `--long` adds the tests named `*.long.test.ts`, which take too long for every change.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ENGINES, ensureBrowser } from "./browser/find.ts";
import { buildExtension } from "./build.ts";
import { ensureNginx } from "./nginx.ts";
import { addTallies, type Tally, tallyReport } from "./tally.ts";

const root = join(import.meta.dirname, "..");
const results = join(root, "test-results");
const tallies: Tally[] = [];

type Outcome = { ok: boolean; output: string };

/** Runs one check and counts it; what it printed is shown only where it failed. */
function check(name: string, run: () => Outcome): boolean {
  const start = performance.now();
  const { ok, output } = run();
  console.log(`${ok ? "✓" : "✗"} ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  if (!ok) console.log(`${output.trimEnd()}\n`);
  tallies.push(ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  return ok;
}

/** Runs a program of node_modules on the project's Node. */
function run(script: string, ...args: string[]): Outcome {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [join(root, "node_modules", script), ...args], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return { ok: status === 0, output: `${stdout}${stderr}${error?.message ?? ""}` };
}

/** Runs tests in sight, and counts them from vitest's own report. */
function runTests(name: string, projects: readonly string[], env: NodeJS.ProcessEnv): void {
  console.log(`\n${name}`);
  const report = join(results, `${projects.join("-")}.json`);
  const { status } = spawnSync(
    process.execPath,
    [
      join(root, "node_modules/vitest/vitest.mjs"),
      "run",
      ...projects.flatMap((project) => ["--project", project]),
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ],
    { cwd: root, stdio: "inherit", env: { ...process.env, ...env } },
  );
  let tally: Tally;
  try {
    tally = tallyReport(JSON.parse(readFileSync(report, "utf8")));
  } catch {
    tally = { passed: 0, failed: 0 }; // Vitest ended before it could report; its status below tells.
  }
  // Errors outside any test, such as a rejection that nobody handled, are in the status alone.
  if (status !== 0 && tally.failed === 0) tally.failed = 1;
  tallies.push(tally);
}

const { values } = parseArgs({ options: { long: { type: "boolean", default: false } } });
const env = values.long ? { DEALMARK_LONG: "1" } : {};
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

check("types", () => run("typescript/bin/tsc"));
check("types of the pure core, without DOM and Node", () => run("typescript/bin/tsc", "-p", "tsconfig.core.json"));
check("lint and format", () => run("@biomejs/biome/bin/biome", "check", "--error-on-warnings"));
runTests("Unit tests", ["unit"], env);

console.log("\nBrowser tests");
const ready = ENGINES.filter((engine) => {
  const isThere = check(`${engine} is installed`, () => {
    try {
      return { ok: true, output: ensureBrowser(engine) };
    } catch (error) {
      return { ok: false, output: error instanceof Error ? error.message : String(error) };
    }
  });
  const builds = (["test", "production"] as const).map((mode) =>
    check(`${mode} build for ${engine}`, () => buildExtension(engine, mode)),
  );
  return isThere && builds.every(Boolean);
});
if (!ensureNginx()) console.log("- nginx cannot be installed here: the tests that need a real web server are skipped");
if (ready.length > 0) runTests(`In ${ready.join(" and ")}`, ready, env);

const { passed, failed } = addTallies(tallies);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
