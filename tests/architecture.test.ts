import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findCycles, findLoaded, findViolations } from "./architecture/rules.ts";
import { readSource } from "./architecture/source.ts";

const root = join(import.meta.dirname, "..");
const FOLDERS = "{cli,components,entrypoints,lib}";

const sources = globSync(`${FOLDERS}/**/*.{ts,tsx}`, { cwd: root })
  .map((path) => path.replaceAll("\\", "/"))
  // Tests and their doubles may reach across folders: for fixtures, for a fake of what stands elsewhere.
  .filter((path) => !/\.(test|fake)\.tsx?$|\/testing(\/|\.ts$)/.test(path))
  .map((path) => readSource(path, readFileSync(join(root, path), "utf8")));

describe("the project's imports", () => {
  it("are read from the sources", () => {
    expect(sources.length).toBeGreaterThan(10);
    expect(sources.find(({ path }) => path === "lib/reading/types.ts")?.imports).toContain("lib/deals/schema.ts");
  });

  it("point one way", () => {
    expect(findViolations(sources)).toEqual([]);
  });

  it("form no cycle", () => {
    expect(findCycles(sources)).toEqual([]);
  });
});

describe("the popup", () => {
  const loaded = findLoaded(sources, "entrypoints/popup/main.tsx");

  it("shows its page before any schema is evaluated", () => {
    expect(loaded).toContain("lib/platform/page-summary.ts");
    expect(loaded).toContain("preact");
    expect([...loaded].filter((one) => one.startsWith("zod"))).toEqual([]);
  });

  it("has them when an answer is to be checked", () => {
    expect(findLoaded(sources, "lib/platform/check-reply.ts")).toContain("zod/mini");
  });
});

describe("a violation is found", () => {
  it.each([
    ["lib/reading/read.ts", 'import { render } from "preact";'],
    ["lib/reading/read.ts", 'import type { Block } from "../page/blocks.ts";'],
    ["lib/reading/read.ts", 'export * from "../dataset/index.ts";'],
    ["lib/reading/read.ts", 'type Row = import("../dataset/rows.ts").Row;'],
    ["lib/reading/read.ts", 'const later = () => import("../platform/storage.ts");'],
    ["lib/locales/fr/words.ts", 'import { fold } from "../../reading/fold.ts";'],
    ["lib/deals/schema.ts", 'import * as z from "zod";'],
    ["lib/page/blocks.ts", 'import { storage } from "wxt/utils/storage";'],
    ["lib/page/blocks.ts", "browser.runtime.getURL('/x');"],
    ["lib/page/blocks.ts", "chrome.runtime.id;"],
    ["lib/dataset/load.ts", 'import { Badge } from "../../components/badge.tsx";'],
    ["components/claim-list.tsx", 'import { send } from "../lib/platform/messaging.ts";'],
    ["entrypoints/background/index.ts", 'import { browser } from "wxt/browser";'],
    ["cli/main.ts", 'import { tabs } from "../lib/platform/tabs.ts";'],
    ["lib/reading/read.ts", 'import { readFile } from "node:fs/promises";'],
  ])("in %s: %s", (path, text) => {
    expect(findViolations([readSource(path, text)])).not.toEqual([]);
  });
});

describe("no violation is seen", () => {
  it.each([
    ["lib/reading/read.ts", 'import type { Deal } from "../deals/schema.ts";'],
    ["lib/reading/read.ts", "// browser.tabs is out of bounds here\nconst text = 'chrome.tabs';"],
    ["lib/platform/badge.ts", 'import { browser } from "wxt/browser"; browser.action.setBadgeText({ text: "" });'],
    ["entrypoints/background/index.ts", 'import { defineBackground } from "wxt/utils/define-background";'],
    ["components/claim-list.tsx", 'import { formatMoney } from "../lib/deals/units.ts"; export const x = <p />;'],
  ])("in %s: %s", (path, text) => {
    expect(findViolations([readSource(path, text)])).toEqual([]);
  });
});

describe("a cycle is found", () => {
  it("over several files, and told once", () => {
    const cycle = [
      readSource("lib/deals/a.ts", 'import "./b.ts";'),
      readSource("lib/deals/b.ts", 'import type { C } from "./c.ts";'),
      readSource("lib/deals/c.ts", 'import "./a.ts";'),
    ];
    expect(findCycles(cycle)).toEqual([["lib/deals/a.ts", "lib/deals/b.ts", "lib/deals/c.ts", "lib/deals/a.ts"]]);
  });

  it("not where two files share a third", () => {
    const diamond = [
      readSource("lib/deals/a.ts", 'import "./b.ts"; import "./c.ts";'),
      readSource("lib/deals/b.ts", 'import "./c.ts";'),
      readSource("lib/deals/c.ts", "export {};"),
    ];
    expect(findCycles(diamond)).toEqual([]);
  });
});
