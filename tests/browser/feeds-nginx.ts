/** A feed on the web server that most static hosts are. */
import { mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeBytes } from "../../cli/feed/folder.ts";
import { type FakePublisher, fakePublisher } from "../../lib/feeds/feed.fake.ts";
import { findNginx, type Nginx, startNginx } from "../../scripts/nginx.ts";
import { dealsWorth, FEED, type WithFeed } from "./with-feed.ts";

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

/** In the browser of the tests that call it. */
export function testOnNginx(feed: WithFeed): void {
  describe.skipIf(!program)("a feed on a real nginx", () => {
    let folder: string;
    let server: Nginx | undefined;
    let publisher: FakePublisher;
    let version: number;
    const publish = async (billions: number) => {
      await publisher.publish(dealsWorth(billions, 400, `2026-11-20.${++version}`));
      for (const [name, bytes] of publisher.files) await writeBytes(folder, name, bytes);
      // nginx tells files apart by size and second, and nobody publishes twice in one second but a test.
      const second = Date.now() / 1000 - 1000 + version;
      await utimes(path.join(folder, "head.json"), second, second);
    };
    /** Serves the folder and follows it. */
    const follow = async (locations: string): Promise<Nginx> => {
      server = await startNginx(program as string, folder, locations);
      await feed.follow(`${server.origin}/`);
      return server;
    };
    beforeEach(async () => {
      folder = await mkdtemp(path.join(tmpdir(), "dealmark-feed-"));
      publisher = await fakePublisher(FEED, "Test feed", `${new Date().toISOString().slice(0, 19)}Z`);
      version = 0;
      await publish(1);
      await feed.forget();
    });
    afterEach(async () => {
      await server?.stop();
      server = undefined;
      await rm(folder, { recursive: true, force: true });
    });

    it("is installed with compressed catalogues, asked again in no bytes, and updated in few", async () => {
      const { log } = await follow(RECOMMENDED);
      expect(await feed.feed()).toMatchObject({ current: { deals: 400 }, last: { outcome: "updated" } });
      const first = await log();
      expect(first.find(({ path }) => path.startsWith("/catalog/"))).toMatchObject({ status: 200, encoding: "gzip" });
      expect(first.find(({ path }) => path.startsWith("/c/"))).toMatchObject({ status: 200, encoding: "-" });

      expect(await feed.update()).toMatchObject({ last: { outcome: "current" } });
      const again = (await log()).slice(first.length);
      expect(again).toMatchObject([{ status: 304, path: "/head.json" }]);

      await publish(2);
      expect(await feed.update()).toMatchObject({ last: { outcome: "updated" }, current: { version: "2026-11-20.2" } });
      const update = (await log()).slice(first.length + again.length);
      expect(update.map(({ status }) => status)).toEqual([200, 200, 200]);
      const whole = first.reduce((sum, { bytes }) => sum + bytes, 0);
      const needed = update.reduce((sum, { bytes }) => sum + bytes, 0);
      console.log(
        `nginx: first installation of 400 deals ${whole} bytes in ${first.length} requests; update of all ${needed}`,
      );
    });

    it("is cut off at its limits: a head that is too large, a file longer than signed, a server that is gone", async () => {
      const { stop } = await follow(RECOMMENDED);
      const head = publisher.files.get("head.json") as Uint8Array<ArrayBuffer>;
      await writeFile(path.join(folder, "head.json"), Buffer.alloc(20_000, " "));
      expect(await feed.update()).toMatchObject({
        last: { outcome: "too-large" },
        current: { version: "2026-11-20.1" },
      });
      await publish(2);
      const catalog = `catalog/${publisher.published.named.sha256}.json`;
      const bytes = publisher.files.get(catalog) as Uint8Array<ArrayBuffer>;
      await writeFile(path.join(folder, catalog), Buffer.concat([bytes, Buffer.alloc(1_000_000, " ")]));
      expect(await feed.update()).toMatchObject({ last: { outcome: "too-large" } });
      await writeFile(path.join(folder, catalog), bytes.slice(0, bytes.length >> 1));
      expect(await feed.update()).toMatchObject({ last: { outcome: "cut-short" } });
      await writeBytes(folder, catalog, bytes);
      expect(await feed.update()).toMatchObject({ last: { outcome: "updated" }, current: { version: "2026-11-20.2" } });
      await writeBytes(folder, "head.json", head);
      expect(await feed.update()).toMatchObject({ last: { outcome: "rollback" } });
      server = undefined;
      await stop();
      expect(await feed.update()).toMatchObject({
        last: { outcome: "unreachable" },
        current: { version: "2026-11-20.2" },
      });
    });

    it("is read as well from a host that takes .gz for an encoding", async () => {
      const { log } = await follow(ENCODING);
      expect(await feed.feed()).toMatchObject({ current: { deals: 400 }, last: { outcome: "updated" } });
      const chunks = (await log()).filter(({ path }) => path.startsWith("/c/"));
      expect(chunks).not.toEqual([]);
      for (const chunk of chunks) expect(chunk.encoding).toBe("gzip");
    });
  });
}
