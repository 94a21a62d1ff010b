/** What the reader has chosen, and what holds where nothing was chosen. No zod: the content script reads it, too. */

export type Settings = {
  /** Reading at all, everywhere. */
  on: boolean;
  /** Lines under figures. Without them figures still answer the pointer, where the tooltip is on. */
  marks: boolean;
  /** Which marks: all, or only what contradicts the record. */
  show: "all" | "discrepancies";
  /** What opens the tooltip besides the keyboard's commands and the popup's list. */
  tooltip: "hover" | "modifier" | "click" | "off";
  /** How long a pointer rests on a mark before the tooltip opens, in milliseconds. */
  delayMs: number;
  /** The currency that money is also shown in, ISO 4217; `auto` is that of the browser's region, `none` no other. */
  currency: string;
  /** The interface's language, BCP 47; `auto` is the browser's. */
  language: string;
};

export const DEFAULTS: Settings = {
  on: true,
  marks: true,
  show: "all",
  tooltip: "hover",
  delayMs: 150,
  currency: "auto",
  language: "auto",
};

const SWITCH = [true, false];

/** What each may be: one of these, or what the pattern allows. */
const ALLOWED: { [K in keyof Settings]: readonly Settings[K][] | RegExp } = {
  on: SWITCH,
  marks: SWITCH,
  show: ["all", "discrepancies"],
  tooltip: ["hover", "modifier", "click", "off"],
  delayMs: /^(?:1?\d{1,3}|2000)$/,
  currency: /^(?:auto|none|[A-Z]{3})$/,
  language: /^(?:auto|[a-z]{2,3}(?:-[A-Za-z]{2,4})?)$/,
};

export const SETTING_NAMES = Object.keys(DEFAULTS) as (keyof Settings)[];

/** @param stored what storage holds, unchecked; what is missing or makes no sense takes its default */
export function settingsFrom(stored: { readonly [K in keyof Settings]?: unknown }): Settings {
  const settings = { ...DEFAULTS };
  const take = <K extends keyof Settings>(name: K) => {
    const value = stored[name] as Settings[K];
    const allowed = ALLOWED[name];
    const isSame = typeof value === typeof DEFAULTS[name];
    if (isSame && (allowed instanceof RegExp ? allowed.test(`${value}`) : allowed.includes(value)))
      settings[name] = value;
  };
  for (const name of SETTING_NAMES) take(name);
  return settings;
}
