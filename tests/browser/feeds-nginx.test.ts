import { mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeBytes } from "../../cli/feed/folder.ts";
import { type FakePublisher, fakePublisher } from "../../lib/feeds/feed.fake.ts";
import { findNginx, type Nginx, startNginx } from "../../scripts/nginx.ts";
import { dealsWorth, FEED, withFeed } from "./with-feed.ts";

const program = findNginx();
if (!program) console.log("nginx is not installed here: its tests are skipped. On Debian: apt-get install nginx-light");

/** As docs/publishing.md has it. */
const RECOMMENDED = `
    gzip on;
    gzip_types application/json;
    gzip_min_length 500;
    location = /head.json { add_header Cache-Control "public, max-age=300"; }
    location ~ \\.root\\.json$ { add_header Cache-Control "public, max-age=3600"; }
    location ~ ^/(catalog|c|d)/ { add_header Cache-Control "public, max-age=31536000, immutable"; }`;

/** As some hosts are set up: they take .gz for an encoding, so that the browser inflates it unasked. */
const ENCODING = `
    gzip on;
    gzip_types application/json;
    location ~ \\.gz$ { types { } default_type application/json; gzip off; add_header Content-Encoding gzip; }`;

describe.skipIf(!program)("a feed on a real nginx", () => {
  const feed = withFeed();
  const servers: Nginx[] = [];
  let folder: string;
  let publisher: FakePublisher;
  let version = 0;
  const publish = async (billions: number) => {
    await publisher.publish(dealsWorth(billions, 400, `2026-11-20.${++version}`));
    for (const [name, bytes] of publisher.files) await writeBytes(folder, name, bytes);
    // nginx tells files apart by size and second, and nobody publishes twice in one second but a test.
    const second = Date.now() / 1000 - 1000 + version;
    await utimes(path.join(folder, "head.json"), second, second);
  };
  const start = async (locations: string) => {
    const server = await startNginx(program as string, folder, locations);
    servers.push(server);
    return server;
  };
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "dealmark-feed-"));
    publisher = await fakePublisher(FEED, "Test feed", `${new Date().toISOString().slice(0, 19)}Z`);
    await publish(1);
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await rm(folder, { recursive: true, force: true });
  });
  /** What nginx sent since the last call, without what came before the extension asked. */
  const sent = (server: Nginx, from: number) =>
    server
      .log()
      .slice(from)
      .map((line) => /^(\d+) (\d+) "(.*)" (\S+)$/.exec(line))
      .map((found) => ({
        status: Number(found?.[1]),
        bytes: Number(found?.[2]),
        encoding: found?.[3],
        path: found?.[4],
      }));

  it("is installed with compressed catalogues, asked again in no bytes, and updated in few", async () => {
    const server = await start(RECOMMENDED);
    await feed.follow(`${server.origin}/`);
    expect(await feed.feed()).toMatchObject({ current: { deals: 400 }, last: { outcome: "updated" } });
    const first = sent(server, 1);
    expect(first.find(({ path }) => path?.startsWith("/catalog/"))).toMatchObject({ status: 200, encoding: "gzip" });
    expect(first.find(({ path }) => path?.startsWith("/c/"))).toMatchObject({ status: 200, encoding: "-" });

    let from = server.log().length;
    expect(await feed.update()).toMatchObject({ last: { outcome: "current" } });
    expect(sent(server, from)).toMatchObject([{ status: 304, path: "/head.json" }]);

    await publish(2);
    from = server.log().length;
    expect(await feed.update()).toMatchObject({ last: { outcome: "updated" }, current: { version: "2026-11-20.2" } });
    const update = sent(server, from);
    expect(update.map(({ status }) => status)).toEqual([200, 200, 200]);
    const whole = first.reduce((sum, { bytes }) => sum + bytes, 0);
    const needed = update.reduce((sum, { bytes }) => sum + bytes, 0);
    console.log(
      `nginx: first installation of 400 deals ${whole} bytes in ${first.length} requests; update of all ${needed}`,
    );
  });

  it("is cut off at its limits: a head that is too large, a file longer than signed, a server that is gone", async () => {
    const [server] = servers as [Nginx];
    const head = publisher.files.get("head.json") as Uint8Array<ArrayBuffer>;
    await writeFile(path.join(folder, "head.json"), Buffer.alloc(20_000, " "));
    expect(await feed.update()).toMatchObject({ last: { outcome: "too-large" }, current: { version: "2026-11-20.2" } });
    await publish(3);
    const catalog = `catalog/${publisher.published.named.sha256}.json`;
    const bytes = publisher.files.get(catalog) as Uint8Array<ArrayBuffer>;
    await writeFile(path.join(folder, catalog), Buffer.concat([bytes, Buffer.alloc(1_000_000, " ")]));
    expect(await feed.update()).toMatchObject({ last: { outcome: "too-large" } });
    await writeFile(path.join(folder, catalog), bytes.slice(0, bytes.length >> 1));
    expect(await feed.update()).toMatchObject({ last: { outcome: "cut-short" } });
    await writeBytes(folder, catalog, bytes);
    expect(await feed.update()).toMatchObject({ last: { outcome: "updated" }, current: { version: "2026-11-20.3" } });
    await writeBytes(folder, "head.json", head);
    expect(await feed.update()).toMatchObject({ last: { outcome: "rollback" } });
    await server.stop();
    servers.shift();
    expect(await feed.update()).toMatchObject({
      last: { outcome: "unreachable" },
      current: { version: "2026-11-20.3" },
    });
    await feed.ask("removeFeed", { feed: FEED });
  });

  it("is read as well from a host that takes .gz for an encoding", async () => {
    await writeBytes(folder, "head.json", publisher.files.get("head.json") as Uint8Array<ArrayBuffer>);
    const server = await start(ENCODING);
    await feed.follow(`${server.origin}/`);
    expect(await feed.feed()).toMatchObject({ current: { deals: 400 }, last: { outcome: "updated" } });
    const chunks = sent(server, 1).filter(({ path }) => path?.startsWith("/c/"));
    expect(chunks).not.toEqual([]);
    for (const chunk of chunks) expect(chunk.encoding).toBe("gzip");
  });
});
