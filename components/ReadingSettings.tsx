import { useMemo } from "preact/hooks";
import { type Interface, languages } from "../lib/interface/i18n.ts";
import { formatSeconds } from "../lib/interface/measures.ts";
import type { Settings } from "../lib/settings.ts";
import { Switch } from "./SiteSwitch.tsx";
import { useInterface } from "./use-interface.ts";

const TOOLTIP_MODES = ["hover", "modifier", "click", "off"] as const;
/** How long a pointer may have to rest, in milliseconds: from at once to clearly meant. */
const DELAYS = [0, 150, 300, 600, 1000, 2000];
/** Those most money is counted in; `auto` finds the others by region. */
const CURRENCIES = ["USD", "EUR", "GBP", "JPY", "CNY", "HKD", "KRW", "INR", "BRL", "CHF", "RUB", "UAH", "VND", "IDR"];

export type ReadingSettingsProps = {
  settings: Settings;
  /** The page's own switch; null where there is no page to switch. */
  page: { address: string; on: boolean } | null;
  onSetting: <K extends keyof Settings>(name: K, value: Settings[K]) => void;
  onPage: (address: string, on: boolean) => void;
};

/** What is read, marked and explained: for this page, and for all. */
export function ReadingSettings({ settings, page, onSetting, onPage }: ReadingSettingsProps) {
  const ui = useInterface();
  const { t } = ui;
  // Names of languages load a table each, ten milliseconds in all: not with each drawing of the popup.
  const { currencies, spoken } = useMemo(
    () => ({
      currencies: named(CURRENCIES, ui, (code) => new Intl.DisplayNames(ui.locale, { type: "currency" }).of(code)),
      // Whoever looks for their language reads it in no other.
      spoken: named(languages, ui, (tag) => new Intl.DisplayNames(tag, { type: "language" }).of(tag)),
    }),
    [ui],
  );
  const delays = [...new Set([...DELAYS, settings.delayMs])].sort((a, b) => a - b);
  return (
    <>
      {page && <Switch label={t("popup.page")} on={page.on} onChange={(on) => onPage(page.address, on)} />}
      <Switch label={t("popup.everywhere")} on={settings.on} onChange={(on) => onSetting("on", on)} />
      <Switch label={t("popup.marks")} on={settings.marks} onChange={(on) => onSetting("marks", on)} />
      <Switch
        label={t("popup.onlyDiscrepancies")}
        on={settings.show === "discrepancies"}
        onChange={(on) => onSetting("show", on ? "discrepancies" : "all")}
      />
      <label class="choice">
        <span>{t("popup.tooltip")}</span>
        <select
          value={settings.tooltip}
          onChange={({ currentTarget: { value } }) => {
            const mode = TOOLTIP_MODES.find((one) => one === value);
            if (mode) onSetting("tooltip", mode);
          }}
        >
          {TOOLTIP_MODES.map((mode) => (
            <option key={mode} value={mode}>
              {t(`popup.tooltipOn.${mode}`)}
            </option>
          ))}
        </select>
      </label>
      {settings.tooltip === "hover" && (
        <label class="choice">
          <span>{t("popup.delay")}</span>
          <select
            value={settings.delayMs}
            onChange={({ currentTarget: { value } }) => onSetting("delayMs", Number(value))}
          >
            {delays.map((ms) => (
              <option key={ms} value={ms}>
                {ms === 0 ? t("popup.delayNone") : formatSeconds(ms / 1000, ui)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label class="choice">
        <span>{t("popup.currency")}</span>
        <select value={settings.currency} onChange={({ currentTarget: { value } }) => onSetting("currency", value)}>
          <option value="auto">{t("popup.currencyAuto")}</option>
          <option value="none">{t("popup.currencyNone")}</option>
          {currencies.map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label class="choice">
        <span>{t("popup.language")}</span>
        <select value={settings.language} onChange={({ currentTarget: { value } }) => onSetting("language", value)}>
          <option value="auto">{t("popup.languageAuto")}</option>
          {spoken.map(([tag, name]) => (
            <option key={tag} value={tag} lang={tag}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}

/** Codes with their names, in the order in which the interface's language sorts them. */
function named(
  codes: readonly string[],
  { locale }: Interface,
  nameOf: (code: string) => string | undefined,
): [code: string, name: string][] {
  const { compare } = new Intl.Collator(locale);
  return codes
    .map((code): [string, string] => [code, nameOf(code) ?? code])
    .sort(([, one], [, other]) => compare(one, other));
}
