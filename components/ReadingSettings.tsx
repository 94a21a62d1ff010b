import { languages } from "../lib/interface/i18n.ts";
import type { Settings } from "../lib/settings.ts";
import { Switch } from "./SiteSwitch.tsx";
import { useInterface } from "./use-interface.ts";

const TOOLTIP_MODES = ["hover", "modifier", "click", "off"] as const;
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
  const names = new Intl.DisplayNames(ui.locale, { type: "currency" });
  return (
    <details class="settings">
      <summary>{t("popup.settings")}</summary>
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
      <label class="choice">
        <span>{t("popup.currency")}</span>
        <select value={settings.currency} onChange={({ currentTarget: { value } }) => onSetting("currency", value)}>
          <option value="auto">{t("popup.currencyAuto")}</option>
          <option value="none">{t("popup.currencyNone")}</option>
          {CURRENCIES.map((code) => (
            <option key={code} value={code}>
              {names.of(code)}
            </option>
          ))}
        </select>
      </label>
      <label class="choice">
        <span>{t("popup.language")}</span>
        <select value={settings.language} onChange={({ currentTarget: { value } }) => onSetting("language", value)}>
          <option value="auto">{t("popup.languageAuto")}</option>
          {languages.map((tag) => (
            <option key={tag} value={tag} lang={tag}>
              {/* Whoever looks for theirs reads it in no other. */}
              {new Intl.DisplayNames(tag, { type: "language" }).of(tag)}
            </option>
          ))}
        </select>
      </label>
      <p class="hint">{t("popup.shortcuts")}</p>
    </details>
  );
}
