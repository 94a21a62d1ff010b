import preact from "@preact/preset-vite";
import { defineConfig, type UserManifest } from "wxt";
import { compileSnapshot } from "./cli/data/snapshot.ts";
import feed from "./data/feed.json" with { type: "json" };
import { ALL_SITES, GATE } from "./lib/news-sites.ts";

/** Demo articles and fixture pages are served from here. Only in test builds: a loopback address is no news site. */
const LOOPBACK = ["http://127.0.0.1/*", "http://localhost/*"];

/** Remappable in the browser's own settings. Chrome suggests keys for four commands at most; the others start unassigned. */
const COMMANDS: UserManifest["commands"] = {
  "next-mark": { description: "Next marked figure", suggested_key: { default: "Alt+Shift+Down" } },
  "previous-mark": { description: "Previous marked figure", suggested_key: { default: "Alt+Shift+Up" } },
  "next-discrepancy": { description: "Next discrepancy", suggested_key: { default: "Alt+Shift+Period" } },
  "read-page": { description: "Read this page once", suggested_key: { default: "Alt+Shift+Comma" } },
  "open-mark": { description: "Explain the figure in sight" },
  "close-tooltip": { description: "Close the explanation" },
};

/** The host of the project's own feed, where it has one: the data of the package are updated without asking. */
const ownFeedHost = (): string[] => (feed.url === null ? [] : [`https://${new URL(feed.url).hostname}/*`]);

export default defineConfig({
  manifestVersion: 3,
  // Every name's origin stays visible at its import.
  imports: false,
  targetBrowsers: ["chrome", "edge", "firefox"],
  // One folder a browser and mode, so that a test build never stands where a release build is expected.
  outDirTemplate: "{{browser}}-mv{{manifestVersion}}-{{mode}}",
  // What Firefox's reviewers build from; reports of test runs are none of it.
  zip: { excludeSources: ["test-results/**"] },
  vite: () => ({ plugins: [preact()] }),
  manifest: ({ browser, mode }) => {
    const manifest: UserManifest = {
      name: "Dealmark",
      permissions: ["storage", "unlimitedStorage", "alarms", "scripting", "activeTab"],
      host_permissions: [...GATE, ...ownFeedHost(), ...(mode === "test" ? LOOPBACK : [])],
      // Asked for site by site, for the list of finance news, or for all: lib/platform/grants.ts.
      optional_host_permissions: [ALL_SITES],
      commands: COMMANDS,
    };
    if (browser === "firefox") {
      manifest.browser_specific_settings = {
        gecko: {
          id: "dealmark@dealmark.example",
          strict_min_version: "153.0",
          data_collection_permissions: { required: ["none"] },
        },
        gecko_android: { strict_min_version: "153.0" },
      };
      // Firefox upgrades every request of an extension to https; the tests' feeds are served over http on loopback.
      if (mode === "test") manifest.content_security_policy = { extension_pages: "script-src 'self'" };
    } else {
      manifest.minimum_chrome_version = "144";
    }
    return manifest;
  },
  hooks: {
    /** The dataset is compiled into the package, so that there is no copy of it to forget in the source tree. */
    "build:publicAssets": async ({ config }, files) => {
      files.push({ relativeDest: "dataset.json", contents: await compileSnapshot(config.root) });
    },
    "prepare:publicPaths": (_wxt, paths) => {
      paths.push("dataset.json");
    },
    /** The sites above are the content scripts' too, wherever an entrypoint leaves its `matches` to this file. */
    "entrypoints:resolved": ({ config }, entrypoints) => {
      if (config.mode !== "test") return;
      for (const entrypoint of entrypoints) {
        if (entrypoint.type !== "content-script") continue;
        entrypoint.options.matches = [...(entrypoint.options.matches ?? []), ...LOOPBACK];
      }
    },
    /** Firefox applies only a user's style sheet inside of shadow trees; in Chromium highlights are inherited into them. */
    "build:manifestGenerated": ({ config }, manifest) => {
      if (config.browser !== "firefox") return;
      manifest.content_scripts = manifest.content_scripts?.map((script) => ({ ...script, css_origin: "user" }));
    },
  },
});
