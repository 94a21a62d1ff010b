import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { interfaceLanguage, loadPackagedWords, withRegion } from "./language.ts";

beforeEach(() => {
  fakeBrowser.reset();
  vi.unstubAllGlobals();
});

describe("withRegion", () => {
  it.each([
    ["fr", ["fr", "fr-CH", "en-US"], "fr-CH"],
    ["ja", ["en-GB", "en"], "ja-GB"],
    ["zh-Hant", ["zh-CN", "en-US"], "zh-Hant-CN"],
  ])("gives %s the region of %j: %s", (tag, preferred, expected) => {
    expect(withRegion(tag, preferred)).toBe(expected);
  });

  it.each([
    ["en-US", ["fr-FR"]],
    ["pt-PT", ["pt-BR"]],
    ["pt", ["en-US"]],
    ["de", ["de", "en-US"]],
    ["de", []],
    ["de", ["not a tag"]],
    ["x_y", ["en-US"]],
  ])("leaves %s as it is beside %j", (tag, preferred) => expect(withRegion(tag, preferred)).toBe(tag));
});

describe("interfaceLanguage", () => {
  const speak = (ui: string, ...pages: string[]) => {
    fakeBrowser.i18n.getUILanguage = () => ui;
    vi.stubGlobal("navigator", { languages: pages });
  };

  it("is the browser's where the reader has chosen none", async () => {
    speak("fr", "fr-FR", "en");
    expect(await interfaceLanguage()).toBe("fr-FR");
  });

  it("is the reader's choice, in the reader's region", async () => {
    speak("en-US", "en-US");
    await fakeBrowser.storage.local.set({ "setting:language": "ja" });
    expect(await interfaceLanguage()).toBe("ja-US");
  });
});

describe("loadPackagedWords", () => {
  it("reads the package's file", async () => {
    const fetched = vi.fn(async (_url: string) => Response.json({ close: "Fermer" }));
    vi.stubGlobal("fetch", fetched);
    expect(await loadPackagedWords("fr")).toEqual({ close: "Fermer" });
    expect(fetched).toHaveBeenCalledExactlyOnceWith("/languages/fr.json");
  });

  it("says what is missing", async () => {
    vi.stubGlobal("fetch", async () => new Response(null, { status: 404 }));
    await expect(loadPackagedWords("fr")).rejects.toThrow("languages/fr.json expected, status 404");
  });
});
