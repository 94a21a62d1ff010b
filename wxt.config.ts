import preact from "@preact/preset-vite";
import { type BuildOptions, mergeConfig } from "vite";
import { defineConfig, type UserManifest } from "wxt";
import { compileSnapshot } from "./cli/data/snapshot.ts";
import feed from "./data/feed.json" with { type: "json" };
import { languages } from "./lib/interface/i18n.ts";
import { importWords } from "./lib/interface/locales/index.ts";
import { localeFolder, manifestText, messagesOf } from "./lib/interface/manifest-texts.ts";
import { ALL_SITES, GATE } from "./lib/news-sites.ts";
import { compileLanguages, packFiles } from "./scripts/compile-languages.ts";

/** Demo articles and fixture pages are served from here. Only in test builds: a loopback address is no news site. */
const LOOPBACK = ["http://127.0.0.1/*", "http://localhost/*"];

/** Remappable in the browser's own settings. Chrome suggests keys for four commands at most; the others start unassigned. */
const KEYS = {
  // The browsers' own name for opening the popup.
  _execute_action: null,
  "next-mark": "Alt+Shift+Down",
  "previous-mark": "Alt+Shift+Up",
  "next-discrepancy": "Alt+Shift+Period",
  "read-page": "Alt+Shift+Comma",
  "open-mark": null,
  "close-tooltip": null,
} as const;

const commands: UserManifest["commands"] = Object.fromEntries(
  (Object.keys(KEYS) as (keyof typeof KEYS)[]).map((command) => {
    const keys = KEYS[command];
    return [
      command,
      { description: manifestText.command(command), ...(keys === null ? {} : { suggested_key: { default: keys } }) },
    ];
  }),
);

/** The host of the project's own feed, where it has one: the data of the package are updated without asking. */
const ownFeedHost = (): string[] => (feed.url === null ? [] : [`https://${new URL(feed.url).hostname}/*`]);

/**
 * Of what the extension's pages share, one file for what they begin with, and one for the schemas, which the popup does
 * without until it shows its page. Left to itself, the bundler makes a file for every set of pages that share something,
 * and the popup waits for each.
 */
const shareScripts = (build: BuildOptions): void => {
  build.modulePreload = { polyfill: false };
  build.rolldownOptions = mergeConfig(build.rolldownOptions ?? {}, {
    output: {
      codeSplitting: {
        includeDependenciesRecursively: false,
        groups: [
          {
            name: "schemas",
            test: /zod|protocol\.ts$|lib\/deals\/(?:schema|dates)\.ts$/,
            minShareCount: 2,
            priority: 1,
          },
          { name: "pages", tags: ["$initial"], minShareCount: 2 },
        ],
      },
    },
  });
};

export default defineConfig({
  manifestVersion: 3,
  // Every name's origin stays visible at its import.
  imports: false,
  targetBrowsers: ["chrome", "edge", "firefox"],
  // One folder a browser and mode, so that a test build never stands where a release build is expected.
  outDirTemplate: "{{browser}}-mv{{manifestVersion}}-{{mode}}",
  // What Firefox's reviewers build from; reports of test runs are none of it.
  zip: { excludeSources: ["test-results/**"] },
  // A profile names functions as the source does.
  vite: ({ mode }) => ({ plugins: [preact(), compileLanguages()], build: mode === "profile" ? { minify: false } : {} }),
  manifest: ({ browser, mode }) => {
    const manifest: UserManifest = {
      name: manifestText.name,
      description: manifestText.description,
      default_locale: "en",
      permissions: ["storage", "unlimitedStorage", "alarms", "scripting", "activeTab"],
      host_permissions: [...GATE, ...ownFeedHost(), ...(mode === "test" ? LOOPBACK : [])],
      // Asked for site by site, for the list of finance news, or for all: lib/platform/grants.ts.
      optional_host_permissions: [ALL_SITES],
      commands,
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
    /** Dataset and languages are compiled into the package, so that there is no copy to forget in the source tree. */
    "build:publicAssets": async ({ config }, files) => {
      files.push({ relativeDest: "dataset.json", contents: await compileSnapshot(config.root) });
      for (const lang of languages) {
        const words = await importWords(lang);
        files.push({
          relativeDest: `_locales/${localeFolder(lang)}/messages.json`,
          contents: JSON.stringify(messagesOf(words)),
        });
        // English is in the scripts, for whatever another language lacks.
        if (lang !== "en") files.push({ relativeDest: `languages/${lang}.json`, contents: JSON.stringify(words) });
      }
      for (const [relativeDest, contents] of packFiles()) files.push({ relativeDest, contents });
    },
    "prepare:publicPaths": (_wxt, paths) => {
      paths.push("dataset.json", ...languages.map((lang) => `languages/${lang}.json`), ...packFiles().keys());
    },
    "vite:build:extendConfig": ([entrypoint], { build, mode }) => {
      if (!entrypoint || !build) return;
      // What every page loads: slower than the bundler's own minifier, and some two per cent smaller.
      if (entrypoint.type === "content-script" && mode !== "profile") {
        build.minify = "terser";
        build.terserOptions = { ecma: 2020, compress: { passes: 3 } };
      }
      if (entrypoint.inputPath.endsWith(".html")) shareScripts(build);
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
