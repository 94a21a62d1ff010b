/**
 * Gets a bare clone ready and hands over to the task named: `node scripts/bootstrap.js start|test [arguments]`.
 *
 * Plain JavaScript without a dependency, because it is the one file that has to run before anything is installed and on
 * the machine's own Node, which may be as old as 20. The tasks are TypeScript and run on the Node that the project
 * brings along (`node_modules/node`).
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const OLDEST_NODE = 20;
const root = resolve(fileURLToPath(import.meta.url), "../..");
const bin = join(root, "node_modules", ".bin");
const projectNode = join(root, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");

/** @returns {never} */
function fail(/** @type {string} */ message) {
  console.error(message);
  process.exit(1);
}

function readPackages(/** @type {string} */ file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
  } catch {
    return null; // Absent or cut short by an interrupted install: either way it has to be installed again.
  }
}

/** Whether every package of the lock file is installed in the version it asks for. */
function dependenciesAreCurrent() {
  const wanted = readPackages(join(root, "package-lock.json"));
  const installed = readPackages(join(root, "node_modules", ".package-lock.json"));
  if (!wanted) fail("package-lock.json is missing or broken; restore it with `git checkout package-lock.json`.");
  if (!installed || !existsSync(projectNode)) return false;
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    if (path === "") return true;
    // Packages for other platforms are listed, but not installed.
    if (!installed[path]) return Boolean(optional || devOptional);
    return installed[path].version === version;
  });
}

function installDependencies() {
  console.log("Installing dependencies (npm ci) …");
  // The install replaces node_modules, so npm must not run on the Node in there.
  const path = (process.env.PATH ?? "").split(delimiter).filter((folder) => resolve(folder) !== bin);
  const result = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32", // npm is a .cmd file there
    env: { ...process.env, PATH: path.join(delimiter) },
  });
  if (result.error) fail(`npm could not be started: ${result.error.message}`);
  if (result.status !== 0) fail("npm ci failed; its output above says why.");
  if (!existsSync(projectNode)) {
    fail(`npm ci ended well, but left no Node at ${projectNode}. Are install scripts switched off (ignore-scripts)?`);
  }
}

const [task, ...args] = process.argv.slice(2);
if (task !== "start" && task !== "test") fail("Usage: node scripts/bootstrap.js start|test [arguments]");
if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
  fail(`Node ${OLDEST_NODE} or newer is needed, this is ${process.versions.node}.`);
}
if (!dependenciesAreCurrent()) installDependencies();

const child = spawn(projectNode, [join(root, "scripts", `${task}.ts`), ...args], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, PATH: [bin, process.env.PATH].join(delimiter) },
});
// The terminal sends Ctrl+C to both; the task closes its browser first, so wait for it.
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
  process.on(signal, () => signal === "SIGTERM" && child.kill(signal));
}
child.on("error", (error) => fail(`The project's Node could not be started: ${error.message}`));
child.on("exit", (code) => process.exit(code ?? 1));
