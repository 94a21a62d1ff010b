import { useState } from "preact/hooks";
import { useInterface } from "../use-interface.ts";

type Outcome = "done" | "broken" | "later";

/** Saves and restores what only the user has. */
export function BackupPanel({
  onExport,
  onImport,
}: {
  onExport: () => void;
  onImport: (file: File) => Promise<Outcome>;
}) {
  const { t } = useInterface();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  return (
    <section class="backup" aria-labelledby="backup">
      <h2 id="backup">{t("feeds.backup.title")}</h2>
      <p>{t("feeds.backup.text")}</p>
      <p class="buttons">
        <button type="button" onClick={onExport}>
          {t("feeds.backup.export")}
        </button>
        <label class="file">
          {t("feeds.backup.import")}
          <input
            type="file"
            accept="application/json,.json"
            onChange={(event) => {
              const input = event.currentTarget;
              const file = input.files?.[0];
              if (!file) return;
              void onImport(file).then((result) => {
                setOutcome(result);
                // The same file may be chosen again.
                input.value = "";
              });
            }}
          />
        </label>
      </p>
      {outcome && (
        <p class={outcome === "done" ? "quiet" : "problem"} role="status">
          {t(`feeds.backup.${outcome}`)}
        </p>
      )}
    </section>
  );
}
