import { Dexie } from "dexie";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { beforeEach, describe, expect, it } from "vitest";
import { createDatabase } from "./database.ts";
import { createReader, openExisting } from "./reader.ts";

let factory: IDBFactory;
beforeEach(() => {
  factory = new IDBFactory();
});
const NAME = "test";
const databases = () => createDatabase(NAME, { indexedDB: factory, IDBKeyRange });
const readerOf = () => createReader(() => openExisting(NAME, factory));
const page = (hash: string) => ({ hash, text: `[${hash}]` });

describe("a reader", () => {
  it("gives a row of the index with the pointers, and pages, in the order in which they were asked for", async () => {
    const db = databases();
    const pointer = { feed: "dealmark", current: 1, before: null, pinned: false };
    await db.indexes.put({ part: "head", of: 1 });
    await db.pointers.put(pointer);
    await db.pages.bulkPut([page("a"), page("b")]);
    const reader = readerOf();
    expect(await reader.index("head")).toEqual({ row: { part: "head", of: 1 }, pointers: [pointer] });
    expect(await reader.index("tail")).toEqual({ row: undefined, pointers: [pointer] });
    expect(await reader.pages(["b", "c", "a"])).toEqual([page("b"), undefined, page("a")]);
  });

  it("finds nothing where there is no database, and makes none", async () => {
    const reader = readerOf();
    expect(await reader.index("head")).toBeNull();
    expect(await reader.pages(["a"])).toEqual([undefined]);
    expect(await factory.databases()).toEqual([]);
  });

  it("finds what was made since it found nothing", async () => {
    const reader = readerOf();
    expect(await reader.index("head")).toBeNull();
    const db = databases();
    await db.indexes.put({ part: "head" });
    expect(await reader.index("head")).toMatchObject({ row: { part: "head" } });
  });

  it("finds no index in a database of a version without", async () => {
    const older = new Dexie(NAME, { indexedDB: factory, IDBKeyRange });
    older.version(2).stores({ pages: "hash", pointers: "feed" });
    await older.table("pages").add(page("a"));
    const reader = readerOf();
    expect(await reader.index("head")).toBeNull();
    expect(await reader.pages(["a"])).toEqual([page("a")]);
  });

  it("lets the database be upgraded, and reads it afterwards", async () => {
    const older = new Dexie(NAME, { indexedDB: factory, IDBKeyRange });
    older.version(2).stores({ pages: "hash", pointers: "feed" });
    await older.table("pages").add(page("a"));
    older.close();
    const reader = readerOf();
    await reader.pages(["a"]);
    const db = databases();
    await db.indexes.put({ part: "head" });
    expect(await reader.index("head")).toMatchObject({ row: { part: "head" } });
  });

  it("lets the database be deleted", async () => {
    const db = databases();
    await db.pages.put(page("a"));
    const reader = readerOf();
    await reader.pages(["a"]);
    await db.delete();
    expect(await reader.pages(["a"])).toEqual([undefined]);
  });

  it("says why a database cannot be opened, and tries again", async () => {
    const db = databases();
    await db.pages.put(page("a"));
    let fails = true;
    const reader = createReader(() => {
      if (fails) return Promise.reject(new DOMException("disk full", "UnknownError"));
      return openExisting(NAME, factory);
    });
    await expect(reader.pages(["a"])).rejects.toThrow("disk full");
    fails = false;
    expect(await reader.pages(["a"])).toEqual([page("a")]);
  });
});
