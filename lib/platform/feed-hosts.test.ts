import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { askForFeedHost, feedHosts, leaveFeedHost, mayFetch, patternOfFeed } from "./feed-hosts.ts";
import { grantedSites } from "./grants.ts";

const FEED = "https://feeds.example:8443/deals/";
const PATTERN = "https://feeds.example/*";
let held: Set<string>;
const permissions = {
  request: vi.fn(async ({ origins }: { origins: string[] }) => {
    for (const origin of origins) held.add(origin);
    return true;
  }),
  remove: vi.fn(async ({ origins }: { origins: string[] }) => origins.every((origin) => held.delete(origin))),
  contains: vi.fn(async ({ origins }: { origins: string[] }) => origins.every((origin) => held.has(origin))),
  getAll: vi.fn(async () => ({ origins: [...held] })),
};
beforeEach(() => {
  fakeBrowser.reset();
  held = new Set(["*://*.news.example/*"]);
  Object.assign(fakeBrowser, { permissions });
  vi.spyOn(fakeBrowser.runtime, "getManifest").mockReturnValue({
    manifest_version: 3,
    name: "Dealmark",
    version: "1",
    host_permissions: ["https://own.example/*"],
  } as never);
});

it.each([
  [FEED, PATTERN],
  ["http://127.0.0.1:8732/", "http://127.0.0.1/*"],
])("knows the pattern of %s: %s", (address, pattern) => expect(patternOfFeed(address)).toBe(pattern));

describe("the right to a feed's host", () => {
  it("is no right to read its pages, and known to be none before it is given", async () => {
    let known: string[] = [];
    permissions.request.mockImplementationOnce(async ({ origins }) => {
      known = await feedHosts();
      for (const origin of origins) held.add(origin);
      return true;
    });
    expect(await askForFeedHost(FEED)).toBe(true);
    expect(known).toEqual([PATTERN]);
    expect([await mayFetch(FEED), await feedHosts(), await grantedSites()]).toEqual([
      true,
      [PATTERN],
      ["*://*.news.example/*"],
    ]);
  });

  it("is given back with the last feed that needs it", async () => {
    await askForFeedHost(FEED);
    await leaveFeedHost(FEED, ["https://feeds.example/others/"]);
    expect(await mayFetch(FEED)).toBe(true);
    await leaveFeedHost(FEED, ["https://elsewhere.example/"]);
    expect([await mayFetch(FEED), await feedHosts()]).toEqual([false, []]);
  });

  it.each([
    ["the manifest asks for it", "https://own.example/*"],
    ["the user has granted it as a site", PATTERN],
  ])("is neither written down nor given back where %s", async (_, pattern) => {
    held.add(pattern);
    const address = pattern.replace("*", "feed/");
    expect(await askForFeedHost(address)).toBe(true);
    expect(await feedHosts()).toEqual([]);
    await leaveFeedHost(address, []);
    expect([permissions.remove.mock.calls, await mayFetch(address)]).toEqual([[], true]);
  });

  it("is asked for in Firefox before anything is awaited", async () => {
    vi.stubEnv("BROWSER", "firefox");
    const asked = askForFeedHost(FEED);
    expect(permissions.request).toHaveBeenCalledExactlyOnceWith({ origins: [PATTERN] });
    expect(await asked).toBe(true);
    vi.unstubAllEnvs();
  });

  it("is not there where the user says no", async () => {
    permissions.request.mockImplementationOnce(async () => false);
    expect([await askForFeedHost(FEED), await mayFetch(FEED)]).toEqual([false, false]);
  });

  it.each(["", "no address"])("is not there for %j", async (address) => expect(await mayFetch(address)).toBe(false));
});
