import { en } from "../lib/interface/locales/en.ts";
import { useInterface } from "./use-interface.ts";

export type KeyListProps = {
  /**
   * Keys by command as the browser writes them, "" where none is set; null where the browser has no commands, and
   * undefined while that is not known yet.
   */
  keys: Readonly<Record<string, string>> | null | undefined;
  /** Opens the browser's own page for them: only there can they be changed. */
  onChange: () => void;
};

const COMMANDS = Object.keys(en.extension.command) as (keyof typeof en.extension.command)[];
/** Closes the tooltip wherever the reader is, whatever else they choose for it. */
const ALWAYS: Partial<Record<string, string>> = { "close-tooltip": "Esc" };

/** Names of keys that browsers write out: Firefox as in the manifest, Chrome in its own language. */
const SIGNS: Readonly<Record<string, string>> = {
  Up: "↑",
  "Up Arrow": "↑",
  Down: "↓",
  "Down Arrow": "↓",
  Left: "←",
  "Left Arrow": "←",
  Right: "→",
  "Right Arrow": "→",
  Period: ".",
  Comma: ",",
};

/** What each key of the extension does, as the user has set them, and the way to set them otherwise. */
export function KeyList({ keys, onChange }: KeyListProps) {
  const { t } = useInterface();
  if (keys === undefined) return <p aria-busy="true" />;
  if (keys === null) return <p class="hint">{t("keys.unsupported")}</p>;
  return (
    <div class="keys">
      <dl>
        {COMMANDS.map((command) => {
          const all = [ALWAYS[command], keys[command]].filter((one) => one);
          return (
            <div key={command}>
              <dt>{t(`extension.command.${command}`)}</dt>
              <dd>
                {all.length === 0 && <span class="soft">{t("keys.none")}</span>}
                {all.map((one) => (
                  <Keys key={one} keys={one ?? ""} />
                ))}
              </dd>
            </div>
          );
        })}
      </dl>
      <button type="button" onClick={onChange}>
        {t("keys.change")}
      </button>
      <p class="hint">{t("keys.changeWhy")}</p>
    </div>
  );
}

/** Keys that are pressed together: "Alt+Shift+Down" on most systems, "⌥⇧Down" on a Mac. Left to right, as on the keyboard. */
function Keys({ keys }: { keys: string }) {
  return (
    <span class="chord" dir="ltr">
      {keys.split(/\+(?=.)/).map((key) => (
        <kbd key={key}>{SIGNS[key] ?? key}</kbd>
      ))}
    </span>
  );
}
