/** Stops the background at random points of an update, and looks whether anything was lost or mixed. */
import { inject } from "vitest";
import { recordsOf, sha256 } from "../../lib/dataset/pages.ts";
import type { Dataset } from "../../lib/deals/schema.ts";
import { canonicalBytes } from "../../lib/feeds/canonical.ts";
import { type FakePublisher, fakePublisher, gzip } from "../../lib/feeds/feed.fake.ts";
import { paths } from "../../lib/feeds/formats.ts";
import { type Published, publish } from "../../lib/feeds/publish.ts";
import { FrameReading } from "../../lib/protocol.ts";
import { tabOf } from "../../scripts/browser/article.ts";
import { until } from "../../scripts/browser/until.ts";
import { articleOn, dealsWorth, FEED, type WithFeed } from "./with-feed.ts";

export const DEALS = 5000;
/** Deals that the article states: from many pages and chunks of the dataset. */
const READ = Array.from({ length: 12 }, (_, i) => i * 416);

export type KillReport = {
  points: number;
  /** Stops after which the old version answered, and the new one. */
  old: number;
  fresh: number;
  /** Stops after which what was stored, or read, was of no version or of two. */
  mixed: string[];
  /** Next runs that did not finish. */
  unfinished: string[];
  /** Milliseconds that an undisturbed update took. */
  undisturbedMs: number;
  /** Files that the runs after a stop fetched, of those that a whole update has. */
  fetchedAgain: number;
  filesOfAll: number;
};

/** What is stored, by the amounts in all deals of the version in use: [billions, how many deals say so]. */
function stored(feed: WithFeed): Promise<[number, number][]> {
  return feed.page().then((page) =>
    page.evaluate(async (_api, id) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open("dealmark-dataset");
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const get = <T>(store: IDBObjectStore, key: IDBValidKey) =>
        new Promise<T>((resolve, reject) => {
          const request = store.get(key);
          request.onsuccess = () => resolve(request.result as T);
          request.onerror = () => reject(request.error);
        });
      const transaction = db.transaction(["pointers", "generations", "pages"]);
      const [pointers, generations, pages] = ["pointers", "generations", "pages"].map((name) =>
        transaction.objectStore(name),
      ) as [IDBObjectStore, IDBObjectStore, IDBObjectStore];
      const pointer = await get<{ current: number }>(pointers, id);
      const generation = await get<{ pages: { deals: string[] } }>(generations, pointer.current);
      const texts = await Promise.all(
        generation.pages.deals.map((hash) => get<{ text: string } | undefined>(pages, hash)),
      );
      db.close();
      const counts = new Map<number, number>();
      for (const page of texts) {
        const deals = JSON.parse(page?.text ?? "null") as { events: { figures: { value: number }[] }[] }[] | null;
        for (const deal of deals ?? [{ events: [] }]) {
          const billions = (deal.events[0]?.figures[0]?.value ?? 0) / 1e9;
          counts.set(billions, (counts.get(billions) ?? 0) + 1);
        }
      }
      return [...counts] as [number, number][];
    }, FEED),
  );
}

/**
 * @param points how many times the background is stopped, each time somewhere in an update of all deals
 * @param seed of the random points
 */
export async function killAtRandom(feed: WithFeed, points: number, seed: number): Promise<KillReport> {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const publisher: FakePublisher = await fakePublisher(FEED, "Test feed", `${new Date().toISOString().slice(0, 19)}Z`);
  // Three contents in turn: the one in use and the one before are stored, the third must be fetched whole.
  const contents: Published[] = [];
  for (const billions of [1, 2, 3]) {
    const dataset: Dataset = dealsWorth(billions, DEALS, "2026-11-01.1");
    contents.push(await publish({ feed: FEED, version: dataset.version, records: recordsOf(dataset) }, [], gzip));
  }
  let version = 0;
  const offer = async (): Promise<number> => {
    const made = contents[version % 3] as Published;
    const catalog = { ...made.catalog, version: `2026-11-01.${++version}` };
    const bytes = canonicalBytes(catalog);
    const named = { sha256: await sha256(bytes), length: bytes.length };
    publisher.files.clear();
    publisher.published = { ...made, catalog, named };
    for (const [path, file] of made.files) if (!path.startsWith("catalog")) publisher.files.set(path, file);
    publisher.files.set(paths.catalog(named.sha256), bytes);
    publisher.files.set(paths.root(1), firstRoot);
    await publisher.writeHead();
    feed.host.files = new Map(publisher.files);
    return ((version - 1) % 3) + 1;
  };
  const firstRoot = publisher.files.get(paths.root(1)) as Uint8Array<ArrayBuffer>;

  let inUse = await offer();
  await feed.follow(feed.host.address);
  const page = await feed.openArticle("kill", articleOn(READ, 2));
  const tab = await tabOf(feed.session, page);
  /** Asked from a page of the extension: the background is stopped now and then. */
  const reading = async (): Promise<FrameReading | null> => {
    const key = `reading:${tab}:0`;
    const asked = await feed.page();
    const found = await asked.evaluate(async (api, name) => (await api.storage.session.get(name))[name] ?? null, key);
    return found === null ? null : FrameReading.parse(found);
  };
  /** What the article says is confirmed while deals are worth 2 billion; every verdict must be of one version. */
  const verdicts = async (): Promise<Set<string>> => {
    const before = (await reading())?.document;
    await page.reload();
    const rows = await until("the article to be read", async () => {
      const found = await reading();
      // What the document before was told stays until the new one is read.
      const isDone = found?.state === "read" && found.document !== before && found.rows.length === READ.length;
      return isDone ? found.rows : null;
    });
    return new Set(rows.map(({ claim }) => `${claim.verdict} ${claim.expected?.value ?? claim.against?.value}`));
  };

  const report: KillReport = {
    points,
    old: 0,
    fresh: 0,
    mixed: [],
    unfinished: [],
    undisturbedMs: 0,
    fetchedAgain: 0,
    filesOfAll: 0,
  };
  // Twice undisturbed: the first has the browser warm, the second is the measure.
  for (let i = 0; i < 2; i++) {
    inUse = await offer();
    feed.host.requests = [];
    const start = performance.now();
    await feed.update();
    report.undisturbedMs = Math.round(performance.now() - start);
  }
  const filesOfOne = feed.host.requests.length;

  for (let point = 0; point < points; point++) {
    const next = await offer();
    // What follows the flip, reading the open pages again, takes about as long as what comes before it.
    const afterMs = random() * report.undisturbedMs * 0.8;
    await until("an update to begin", () => feed.ask<boolean>("updateFeeds", { feed: FEED }));
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    await feed.session.stopBackground();

    const where = `point ${point}, ${Math.round(afterMs)} ms`;
    const found = await stored(feed);
    const [[billions, count] = [0, 0]] = found;
    if (found.length !== 1 || count !== DEALS || (billions !== inUse && billions !== next)) {
      report.mixed.push(`${where}: stored ${JSON.stringify(found)}`);
    } else if (billions === next) report.fresh++;
    else report.old++;
    const read = await verdicts();
    const expected = billions === 2 ? "confirmed 2000000000" : `discrepancy ${billions * 1e9}`;
    if (read.size !== 1 || !read.has(expected)) report.mixed.push(`${where}: read ${[...read].join(", ")}`);

    feed.host.requests = [];
    const { current, last } = await feed.update();
    report.fetchedAgain += feed.host.requests.length;
    report.filesOfAll += filesOfOne;
    if (current?.version !== `2026-11-01.${version}`) report.unfinished.push(`${where}: ${JSON.stringify(last)}`);
    inUse = next;
  }
  await page.close();
  const { points: all, old, fresh, mixed, unfinished, undisturbedMs, fetchedAgain, filesOfAll } = report;
  console.log(
    `${inject("browser")}: background stopped at ${all} random points of an update of ${DEALS} deals ` +
      `(${undisturbedMs} ms undisturbed; seed ${seed}): ${old} times the old version answered, ${fresh} times the new; ` +
      `${mixed.length} mixed or lost; ${unfinished.length} next runs unfinished; ` +
      `next runs fetched ${fetchedAgain} of ${filesOfAll} files`,
  );
  return report;
}
