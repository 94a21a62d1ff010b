/** A real web server for the tests of feeds: found on this machine, or on Debian installed as root. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/** Servers stand where only an administrator's PATH leads. */
const FOLDERS = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin"];

/** The program's path; null where there is none. */
export function findNginx(): string | null {
  for (const folder of FOLDERS.filter((one) => one !== "")) {
    const path = join(folder, "nginx");
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not there: the next folder is tried.
    }
  }
  return null;
}

/** Installs it where that can be done without asking anyone. @returns whether it is there now */
export function ensureNginx(): boolean {
  if (findNginx()) return true;
  if (process.platform !== "linux" || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  const apt = (...args: string[]) =>
    spawnSync("apt-get", ["-q", "-o", "DPkg::Lock::Timeout=120", ...args], {
      stdio: ["ignore", process.stderr.fd, process.stderr.fd],
      // Debian starts what it installs, unless the system is in this run level.
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" },
    }).status === 0;
  return apt("update") && apt("install", "--yes", "--no-install-recommends", "nginx-light") && findNginx() !== null;
}

/** One line of its access log. */
export type Answered = { status: number; bytes: number; encoding: string; path: string };

export type Nginx = {
  origin: string;
  /** What it has answered so far, but to us. */
  log(): Promise<Answered[]>;
  stop(): Promise<void>;
};

/**
 * Serves a folder.
 *
 * @param locations what stands in the `server` block, besides its address and root
 */
export async function startNginx(program: string, root: string, locations: string): Promise<Nginx> {
  const folder = await mkdtemp(join(tmpdir(), "dealmark-nginx-"));
  const port = await freePort();
  await mkdir(join(folder, "temp"));
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path temp/${name};`,
  );
  await writeFile(
    join(folder, "nginx.conf"),
    `${process.getuid?.() === 0 ? "user root;" : ""}
daemon off;
pid nginx.pid;
error_log stderr warn;
events { worker_connections 64; }
http {
  ${temporary.join("\n  ")}
  types { application/json json; application/gzip gz; }
  log_format brief '$status $bytes_sent "$sent_http_content_encoding" $uri';
  access_log access.log brief;
  server {
    listen 127.0.0.1:${port};
    root ${root};
    ${locations}
  }
}
`,
  );
  const child = spawn(program, ["-p", folder, "-c", "nginx.conf", "-e", "stderr"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let err = "";
  child.stderr.on("data", (data) => {
    err += data;
  });
  const origin = `http://127.0.0.1:${port}`;
  await waitFor(origin, child, () => err);
  let asked = 0;
  return {
    origin,
    async log() {
      // A line is written when its answer has been sent, which may have arrived before. Answers have their lines in
      // turn, though: once ours has its own, so have those before it.
      const mark = `${OURS}${++asked}`;
      await (await fetch(origin + mark)).arrayBuffer();
      for (;;) {
        const lines = parseLog(readFileSync(join(folder, "access.log"), "utf8"));
        if (lines.some(({ path }) => path === mark)) return lines.filter(({ path }) => !path.startsWith(OURS));
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    async stop() {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Paths that only we ask for. */
const OURS = "/are-you-there-";

const parseLog = (text: string): Answered[] =>
  [...text.matchAll(/^(\d+) (\d+) "(.*)" (\S+)\n/gm)].map(([, status, bytes, encoding, path]) => ({
    status: Number(status),
    bytes: Number(bytes),
    encoding: String(encoding),
    path: String(path),
  }));

async function waitFor(origin: string, child: ChildProcess, complaints: () => string): Promise<void> {
  for (let waitedMs = 0; waitedMs < 10_000; waitedMs += 50) {
    if (child.exitCode !== null) throw new Error(`nginx ended: ${complaints()}`);
    if (await fetch(`${origin}${OURS}0`).catch(() => null)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`nginx does not answer: ${complaints()}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
