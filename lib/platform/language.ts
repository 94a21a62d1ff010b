import { browser } from "wxt/browser";

/** The language the browser speaks to its user, BCP 47. */
export const browserLanguage = (): string => browser.i18n.getUILanguage();
