import { useInterface } from "./use-interface.ts";

export type SwitchProps = { label: string; on: boolean; onChange: (on: boolean) => void };

/** A row with a switch. */
export function Switch({ label, on, onChange }: SwitchProps) {
  return (
    <label class="switch">
      <span class="switch-label">{label}</span>
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

/** Switches reading on and off for one site. */
export function SiteSwitch({ host, on, onChange }: { host: string; on: boolean; onChange: (on: boolean) => void }) {
  const { t } = useInterface();
  return <Switch label={t("popup.site", { host })} on={on} onChange={onChange} />;
}
