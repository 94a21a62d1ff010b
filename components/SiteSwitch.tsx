import { useInterface } from "./use-interface.ts";

/** Switches reading on and off for one site. */
export function SiteSwitch({ host, on, onChange }: { host: string; on: boolean; onChange: (on: boolean) => void }) {
  const { t } = useInterface();
  return (
    <label class="switch">
      <span class="switch-label">{t("popup.site", { host })}</span>
      <input
        type="checkbox"
        role="switch"
        checked={on}
        aria-checked={on}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}
