/** Stops the background at random points of an update, and looks whether anything was lost or mixed. */
import { createHash } from "node:crypto";
import { inject } from "vitest";
import { recordsOf, sha256 } from "../../lib/dataset/pages.ts";
import type { Dataset } from "../../lib/deals/schema.ts";
import { canonicalBytes } from "../../lib/feeds/canonical.ts";
import { type FakePublisher, fakePublisher, gzip } from "../../lib/feeds/feed.fake.ts";
import { paths } from "../../lib/feeds/formats.ts";
import { type Published, publish } from "../../lib/feeds/publish.ts";
import { unpackReading } from "../../lib/platform/packed-reading.ts";
import type { FrameReading } from "../../lib/protocol.ts";
import { tabOf } from "../../scripts/browser/article.ts";
import { until } from "../../scripts/browser/until.ts";
import { articleOn, dealsWorth, FEED, type FeedHost, type WithFeed } from "./with-feed.ts";

export const DEALS = 5000;
/** So long after the last file the background is stopped at most. */
const MOST_MS = 3000;
/** Deals that the article states: from many pages and chunks of the dataset. */
const READ = Array.from({ length: 12 }, (_, i) => i * 416);

/**
 * Where an update is stopped. In the host's terms as far as can be: what a machine does in so many milliseconds is
 * chance, which file it has been sent half of is not.
 */
const places = {
  /** While the host owes it a file, or the rest of one: before the flip. */
  file: "old",
  /** Some time after the last file was sent: on either side of the flip. */
  end: "either",
  /** Some time after the new version came into use: while what follows is done. */
  flip: "new",
} as const;
type Place = keyof typeof places;
/** In turn. Most are at files, which take the most time in the wild. */
const ORDER: readonly Place[] = ["file", "file", "end", "file", "flip"];

export type KillReport = {
  points: number;
  /** Stops after which the old version answered, and the new one. */
  old: number;
  fresh: number;
  /** Stops after which what was stored, or read, was of no version or of two, or of one that could not be. */
  mixed: string[];
  /** Next runs that did not finish, or of which the open page was not told. */
  unfinished: string[];
  /** Milliseconds that an undisturbed update took. */
  undisturbedMs: number;
  /** Next runs that nobody stopped, and the files that they fetched. */
  finished: number;
  fetchedAgain: number;
};

/** Deals that no two contents have in common, with as much in them that does not compress as real ones have. */
function contentsWorth(billions: number): Dataset {
  const dataset = dealsWorth(billions, DEALS, "2026-11-01.1");
  for (const { id, events } of dataset.deals) {
    for (const source of events.flatMap((event) => event.sources)) {
      source.url += `/${createHash("sha512").update(`${id} at ${billions}`).digest("base64url")}`;
    }
  }
  return dataset;
}

/** What is stored, by the amounts in all deals of the version in use: [billions, how many deals say so]. */
async function stored(feed: WithFeed): Promise<[number, number][]> {
  const page = await feed.page();
  return page.evaluate(async (_api, id) => {
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
  }, FEED);
}

/**
 * Has the host keep back the end of a file.
 *
 * @param share how much of it is sent, 0 to 1; at 0 it does not even answer
 * @returns words for how much that is, once it has been sent; null until then
 */
function holdBack(host: FeedHost, held: string, share: number): () => string | null {
  let where: string | null = null;
  host.fault = (path, _request, response) => {
    if (path !== held) return false;
    const bytes = host.files.get(path) ?? new Uint8Array();
    const sent = Math.floor(share * bytes.length);
    const reached = () => {
      where = `${sent} of ${bytes.length} bytes of ${path.slice(0, 12)}`;
    };
    if (sent === 0) reached();
    else {
      response.writeHead(200, { "content-length": bytes.length });
      response.write(bytes.slice(0, sent), reached);
    }
    return true;
  };
  return () => where;
}

/**
 * @param points how many times the background is stopped, each time somewhere in an update of all deals
 * @param seed of the random points
 * @param finish after which stops the next run is left alone: after each; or not after those at a file, so that an update
 *   is stopped several times over
 */
export async function killAtRandom(
  feed: WithFeed,
  { points, seed, finish }: { points: number; seed: number; finish: "each" | "last" },
): Promise<KillReport> {
  const { host } = feed;
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const publisher: FakePublisher = await fakePublisher(FEED, "Test feed", `${new Date().toISOString().slice(0, 19)}Z`);
  const firstRoot = publisher.files.get(paths.root(1)) as Uint8Array<ArrayBuffer>;
  // In turn, and so many that none is stored any more when its turn comes again: the version in use, the one before, those
  // of an index that is not built anew yet, and those of an update that is stopped before it can sweep.
  const contents: Published[] = [];
  for (const billions of [1, 2, 3, 4, 5]) {
    const dataset = contentsWorth(billions);
    contents.push(await publish({ feed: FEED, version: dataset.version, records: recordsOf(dataset) }, [], gzip));
  }
  let version = 0;
  const nameOf = (count: number) => `2026-11-01.${count}`;
  /** Makes the next contents the newest version. @returns the billions in them */
  const offer = async (): Promise<number> => {
    const made = contents[version % contents.length] as Published;
    const catalog = { ...made.catalog, version: nameOf(++version) };
    const bytes = canonicalBytes(catalog);
    const named = { sha256: await sha256(bytes), length: bytes.length };
    publisher.files.clear();
    publisher.published = { ...made, catalog, named };
    for (const [path, file] of made.files) if (!path.startsWith("catalog")) publisher.files.set(path, file);
    publisher.files.set(paths.catalog(named.sha256), bytes);
    publisher.files.set(paths.root(1), firstRoot);
    await publisher.writeHead();
    host.files = new Map(publisher.files);
    return ((version - 1) % contents.length) + 1;
  };

  let inUse = await offer();
  await feed.follow(host.address);
  const page = await feed.openArticle("kill", articleOn(READ, 2));
  const tab = await tabOf(feed.session, page);
  /** Asked from a page of the extension: the background is stopped now and then. */
  const reading = async (): Promise<FrameReading | null> => {
    const key = `reading:${tab}:0`;
    const asked = await feed.page();
    const found = await asked.evaluate(async (api, name) => (await api.storage.session.get(name))[name] ?? null, key);
    return found === null ? null : unpackReading(found);
  };
  /** What the article is told; every verdict must be of one version. */
  const verdictsOf = ({ rows }: FrameReading) =>
    new Set(rows.map(({ claim }) => `${claim.verdict} ${claim.expected?.value ?? claim.against?.value}`));
  /** The article states 2 billion. */
  const verdictAt = (billions: number) => `${billions === 2 ? "confirmed" : "discrepancy"} ${billions * 1e9}`;
  const isOf = (verdicts: ReadonlySet<string>, ...versions: number[]) =>
    verdicts.size === 1 && versions.some((billions) => verdicts.has(verdictAt(billions)));
  /** Reads the article anew. */
  const readAnew = async (): Promise<ReadonlySet<string>> => {
    const before = (await reading())?.document;
    await page.reload();
    let found = null as FrameReading | null;
    const verdicts = until("the article to be read", async () => {
      const asked = await reading();
      found = asked;
      // What the document before was told stays until the new one is read.
      const isDone = asked?.state === "read" && asked.document !== before && asked.rows.length === READ.length;
      return isDone ? verdictsOf(asked) : null;
    });
    return verdicts.catch((cause: Error) => {
      const { state, document, rows } = found ?? { state: "none", document: null, rows: [] };
      const which = document === before ? "the document before" : "this document";
      throw new Error(`${cause.message} Of ${which} there is: ${state}, ${rows.length} rows.`, { cause });
    });
  };

  const report: KillReport = {
    points,
    old: 0,
    fresh: 0,
    mixed: [],
    unfinished: [],
    undisturbedMs: 0,
    finished: 0,
    fetchedAgain: 0,
  };
  // Twice undisturbed: the first has the browser warm, the second is the measure.
  let filesOfOne = 0;
  let endMs = 0;
  for (let i = 0; i < 2; i++) {
    inUse = await offer();
    host.requests = [];
    const start = performance.now();
    let last = start;
    host.sent = () => {
      last = performance.now();
    };
    await feed.update();
    report.undisturbedMs = Math.round(performance.now() - start);
    // A busy machine takes longer over it; the test need not.
    endMs = Math.min(performance.now() - last, MOST_MS);
    filesOfOne = host.requests.length;
  }

  /** Files of deals that the host has not sent whole yet: what is stored of the version cannot have them. */
  let unsent = new Set<string>();
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  /** Stops the background somewhere in an update that begins now. @returns words for where that was */
  const stopAt = async (place: Place, next: string): Promise<string> => {
    const [first, second, third] = [random(), random(), random()];
    let where: string;
    if (place === "file") {
      const files = [paths.head, paths.catalog(publisher.published.named.sha256), ...unsent];
      const held = holdBack(host, files[Math.floor(first * files.length)] as string, second);
      await feed.begin();
      where = await until("so much to be sent", async () => held());
      // Files that were sent beside it are being stored meanwhile.
      await pause(third * endMs * 0.2);
    } else if (place === "end") {
      await feed.begin();
      await until("the last file to be sent", async () => unsent.size === 0);
      const afterMs = first * endMs;
      await pause(afterMs);
      where = `${Math.round(afterMs)} ms after the last file`;
    } else {
      await feed.begin();
      await until("the new version to be in use", async () => (await feed.feed())?.current?.version === next);
      const afterMs = first * endMs * 0.5;
      await pause(afterMs);
      where = `${Math.round(afterMs)} ms after the flip`;
    }
    await feed.session.stopBackground();
    host.fault = null;
    // It would be started again before long, to go on: here that is done by hand.
    await (await feed.page()).evaluate(async (api) => void (await api.alarms.clearAll()));
    return where;
  };

  let next = inUse;
  for (let point = 0; point < points; point++) {
    if (next === inUse) {
      next = await offer();
      const chunks = publisher.published.catalog.chunks.filter(({ kind }) => kind === "deals");
      unsent = new Set(chunks.map(({ sha256 }) => paths.chunk(sha256)));
    }
    host.sent = (path) => void unsent.delete(path);
    const place = ORDER[point % ORDER.length] as Place;
    const stopped = await stopAt(place, nameOf(version)).catch(async (cause: Error) => {
      const last = JSON.stringify((await feed.feed())?.last);
      throw new Error(`Point ${point}, ${place}: ${cause.message} The last update: ${last}`, { cause });
    });
    const where = `point ${point}, ${stopped}`;
    const found = await stored(feed);
    const [[billions, count] = [0, 0]] = found;
    const answers = billions === next ? "new" : billions === inUse ? "old" : "neither";
    const isExpected = answers === places[place] || (places[place] === "either" && answers !== "neither");
    if (found.length !== 1 || count !== DEALS || !isExpected) {
      report.mixed.push(`${where}: stored ${JSON.stringify(found)}, in use was ${inUse}, offered ${next}`);
    } else if (answers === "new") report.fresh++;
    else report.old++;
    // Just after the flip the old version still answers, until the new one can be asked.
    const read = await readAnew().catch((cause: Error) => {
      throw new Error(`${where}, stored ${billions}: ${cause.message}`, { cause });
    });
    if (!isOf(read, inUse, ...(answers === "new" ? [next] : []))) {
      report.mixed.push(`${where}: read ${[...read].join(", ")}, in use was ${inUse}, offered ${next}`);
    }
    if (finish === "last" && place === "file" && point < points - 1) continue;

    host.requests = [];
    const { current, last } = await feed.update();
    report.finished++;
    report.fetchedAgain += host.requests.length;
    if (current?.version !== nameOf(version)) report.unfinished.push(`${where}: ${JSON.stringify(last)}`);
    // The open page is read again by itself.
    const isNew = async () => isOf(verdictsOf((await reading()) as FrameReading), next);
    await until("the page to be read again", isNew).catch(() => report.unfinished.push(`${where}: not read again`));
    inUse = next;
  }
  await page.close();
  const { points: all, old, fresh, mixed, unfinished, undisturbedMs, finished, fetchedAgain } = report;
  console.log(
    `${inject("browser")}: background stopped at ${all} random points of an update of ${DEALS} deals in ${filesOfOne} ` +
      `files (${undisturbedMs} ms undisturbed; seed ${seed}): ${old} times the old version answered, ${fresh} times ` +
      `the new; ${mixed.length} mixed or lost; ${unfinished.length} of ${finished} next runs unfinished, which fetched ` +
      `${fetchedAgain} of ${finished * filesOfOne} files`,
  );
  return report;
}
