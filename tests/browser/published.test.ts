import { expect, it } from "vitest";
import { languages } from "../../lib/interface/i18n.ts";
import { importWords } from "../../lib/interface/locales/index.ts";
import { localeFolder } from "../../lib/interface/manifest-texts.ts";
import { withExtension } from "./with-extension.ts";

const extension = withExtension({ mode: "production" });

it("the published build reads Gate's pages", async () => {
  expect((await extension.openArticle("three-verdicts")).state).toMatchObject({ state: "read", marks: 3 });
});

it("the published build asks for no more than it needs, and offers pages nothing", async () => {
  const manifest = await extension.session.inBackground((api) => api.runtime.getManifest());
  const gate = ["*://*.gate.com/*", "*://*.gate.io/*"];
  expect(manifest.host_permissions).toEqual(gate);
  expect(manifest.content_scripts?.map(({ matches }) => matches)).toEqual([gate]);
  expect(manifest.permissions?.toSorted()).toEqual(["activeTab", "alarms", "scripting", "storage", "unlimitedStorage"]);
  expect(manifest.web_accessible_resources ?? []).toEqual([]);
});

it("the published build names itself and its keys in every language", async () => {
  const folders = languages.map(localeFolder);
  const { manifest, texts } = await extension.session.inBackground(async (_api, names) => {
    const read = async (path: string) => (await fetch(path)).text();
    const files = await Promise.all(names.map((name) => read(`/_locales/${name}/messages.json`)));
    return { manifest: await read("/manifest.json"), texts: files.map((file) => JSON.parse(file)) };
  }, folders);
  const referred = [...manifest.matchAll(/__MSG_(\w+?)__/g)].map(([, key]) => key).sort();
  for (const [i, lang] of languages.entries()) {
    const { extension: said } = await importWords(lang);
    expect([lang, Object.keys(texts[i]).sort()]).toEqual([lang, referred]);
    expect(texts[i].description).toEqual({ message: said.description });
    expect(texts[i].command_next_mark).toEqual({ message: said.command["next-mark"] });
  }
  // As the browser shows it, here in English.
  const shown = await extension.session.inBackground((api) => api.runtime.getManifest());
  expect(shown.default_locale).toBe("en");
  expect([shown.name, shown.description]).toEqual(["Dealmark", (await importWords("en")).extension.description]);
});
