import { browser } from "wxt/browser";
import { loadSettings } from "./settings.ts";

/** The language that the reader has chosen, or that the browser speaks to them, BCP 47. */
export async function interfaceLanguage(): Promise<string> {
  const { language } = await loadSettings();
  return language === "auto" ? browser.i18n.getUILanguage() : language;
}
