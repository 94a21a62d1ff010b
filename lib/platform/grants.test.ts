import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";

/** As much of the browser as grants touch. */
let origins: string[];
let scripts: { id: string; matches?: string[]; js?: string[]; excludeMatches?: string[] }[];
const DECLARED = ["*://*.gate.com/*"];

vi.stubGlobal("location", { origin: "moz-extension://some-id" });
Object.assign(fakeBrowser, {
  permissions: {
    getAll: async () => ({ origins }),
    request: vi.fn(async () => true),
    remove: vi.fn(async () => true),
  },
  scripting: {
    getRegisteredContentScripts: async () => [...scripts],
    registerContentScripts: async (added: typeof scripts) => {
      if (scripts.some(({ id }) => added.some((one) => one.id === id))) throw new Error("Duplicate script ID");
      scripts.push(...added);
    },
    updateContentScripts: async (changed: typeof scripts) => {
      scripts = scripts.map((old) => changed.find(({ id }) => id === old.id) ?? old);
    },
    unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
      scripts = scripts.filter(({ id }) => !ids.includes(id));
    },
  },
});
const { accessOf, contentFiles, grantedSites, isGranted, loadGrants, registerGranted } = await import("./grants.ts");

beforeEach(() => {
  origins = [...DECLARED, "*://*.news.example/*"];
  scripts = [];
  vi.spyOn(fakeBrowser.runtime, "getManifest").mockReturnValue({
    manifest_version: 3,
    name: "",
    version: "1",
    host_permissions: [...DECLARED, "https://own-feed.example/*"],
    content_scripts: [
      {
        matches: DECLARED,
        js: ["moz-extension://some-id/content-scripts/content.js"],
        css: ["content-scripts/content.css"],
      },
    ],
  });
});

describe("grants", () => {
  it("are what the user gave beyond the manifest", async () => {
    expect(await grantedSites()).toEqual(["*://*.news.example/*"]);
  });

  it("are neither the hosts of feeds nor that of the package's own", async () => {
    origins.push("https://own-feed.example/*", "https://feeds.example/*");
    await fakeBrowser.storage.local.set({ "feed-hosts": ["https://feeds.example/*"] });
    expect(await grantedSites()).toEqual(["*://*.news.example/*"]);
    for (const host of ["own-feed.example", "feeds.example"]) {
      expect(accessOf(await loadGrants(), host)).toEqual({ access: "none", grant: null });
    }
    await fakeBrowser.storage.local.remove("feed-hosts");
  });

  it.each([
    ["www.gate.com", "always", null],
    ["m.news.example", "granted", "*://*.news.example/*"],
    ["other.example", "none", null],
  ])("tell of %s whether it is read, and by whose word: %s", async (host, access, grant) => {
    expect(accessOf(await loadGrants(), host)).toEqual({ access, grant });
    expect(await isGranted(host)).toBe(access !== "none");
  });

  it("can be taken back even for what the manifest asks for", async () => {
    origins = [];
    expect(await isGranted("www.gate.com")).toBe(false);
  });

  it("are given back one by one where there is one for the site, else all at once", async () => {
    origins.push("*://*/*");
    const grants = await loadGrants();
    expect(accessOf(grants, "www.news.example").grant).toBe("*://*.news.example/*");
    expect(accessOf(grants, "other.example").grant).toBe("*://*/*");
  });
});

describe("registerGranted", () => {
  it("registers the content script for what is granted, but not where it is declared", async () => {
    await registerGranted();
    expect(scripts).toMatchObject([
      { matches: ["*://*.news.example/*"], excludeMatches: DECLARED, js: ["/content-scripts/content.js"] },
    ]);
  });

  it("follows what is granted later, and what is taken back", async () => {
    await registerGranted();
    origins.push("*://*.more.example/*");
    await registerGranted();
    expect(scripts).toMatchObject([{ matches: ["*://*.more.example/*", "*://*.news.example/*"] }]);
    origins = [...DECLARED];
    await registerGranted();
    expect(scripts).toEqual([]);
  });

  it("registers once, however many ask at a time", async () => {
    await Promise.all([registerGranted(), registerGranted(), registerGranted()]);
    expect(scripts).toHaveLength(1);
  });
});

it("names the content script's files by paths", () => {
  expect(contentFiles()).toEqual({ js: ["/content-scripts/content.js"], css: ["/content-scripts/content.css"] });
});
