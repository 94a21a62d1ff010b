/**
 * Reads the dataset's database by the browser's own interface.
 *
 * Whatever is read of an article needs a few of its rows, and the background is started for it. Dexie, by which all else
 * here goes, takes longer to be evaluated and to open the database than everything that is read of it.
 */
import type { PointerRow } from "./database.ts";
import type { Page } from "./pages.ts";

export type DatasetReader = {
  /** Opens the database, for what will be read later. Never rejects. */
  prepare(): Promise<void>;
  /**
   * A row of the index, undefined where there is none, and the pointers, of one moment.
   *
   * @returns null where there is no database yet, or it is of a version without an index
   * @throws {DOMException} where it cannot be read
   */
  index(part: string): Promise<{ row: unknown; pointers: PointerRow[] } | null>;
  /**
   * Pages by their hashes, in that order; undefined where there is none. Once the database is open, it has been asked when
   * this returns.
   *
   * @throws {DOMException} likewise
   */
  pages(hashes: readonly string[]): Promise<(Page | undefined)[]>;
};

/** @param open gives the database, or null where there is none; it is asked again once that was closed */
export function createReader(open: () => Promise<IDBDatabase | null>): DatasetReader {
  let opening: Promise<IDBDatabase | null> | null = null;
  /** Once it is open. */
  let current: IDBDatabase | null = null;
  const forget = (): void => {
    opening = null;
    current = null;
  };

  async function opened(): Promise<IDBDatabase | null> {
    opening ??= open().then((db) => {
      // Whoever wants to upgrade or delete it waits until nobody has it open.
      db?.addEventListener("versionchange", () => {
        db.close();
        forget();
      });
      db?.addEventListener("close", forget);
      return db;
    });
    try {
      const db = await opening;
      if (db) current = db;
      else forget();
      return db;
    } catch (error) {
      forget();
      throw error;
    }
  }

  /** A store that is not there yet has nothing. */
  async function read<Rows>(
    stores: readonly string[],
    take: (transaction: IDBTransaction) => Rows,
  ): Promise<Rows | null> {
    // Not a tick later where it is open: whoever asks may keep the thread busy afterwards.
    const db = current ?? (await opened());
    if (!db || !stores.every((store) => db.objectStoreNames.contains(store))) return null;
    try {
      return take(db.transaction(stores, "readonly"));
    } catch (error) {
      // Closed by whoever opened it.
      if (!(error instanceof DOMException && error.name === "InvalidStateError")) throw error;
      forget();
      return read(stores, take);
    }
  }

  return {
    prepare: () =>
      opened().then(
        () => {},
        () => {},
      ),
    async index(part) {
      const taken = await read(["indexes", "pointers"], (transaction) =>
        Promise.all([
          resultOf<unknown>(transaction.objectStore("indexes").get(part)),
          resultOf<PointerRow[]>(transaction.objectStore("pointers").getAll()),
        ]),
      );
      if (!taken) return null;
      const [row, pointers] = await taken;
      return { row, pointers };
    },
    async pages(hashes) {
      const taken = await read(["pages"], (transaction) => {
        const pages = transaction.objectStore("pages");
        return Promise.all(hashes.map((hash) => resultOf<Page | undefined>(pages.get(hash))));
      });
      return (await taken) ?? hashes.map(() => undefined);
    },
  };
}

/** Opens a database as it is; null where there is none. */
export function openExisting(name: string, factory: IDBFactory = indexedDB): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name);
    let isNew = false;
    request.onupgradeneeded = () => {
      // There is none: making it is Dexie's business.
      isNew = true;
      request.transaction?.abort();
    };
    request.onerror = () => (isNew ? resolve(null) : reject(request.error));
    request.onsuccess = () => resolve(request.result);
  });
}

const resultOf = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
