import { useState } from "preact/hooks";
import type { BackupView } from "../../lib/feeds-protocol.ts";
import { formatDay } from "../../lib/interface/format.ts";
import { useInterface } from "../use-interface.ts";

type Whole = Extract<BackupView, { is: "whole" }>;
type Outcome = "done" | "broken" | "later";

export type BackupPanelProps = {
  onExport: () => void;
  /** Looks into a file; nothing is restored yet. */
  onRead: (file: File) => Promise<BackupView>;
  onImport: (file: File) => Promise<Outcome>;
};

/** Saves and restores what only the user has. What a file would bring is shown before it takes the place of anything. */
export function BackupPanel({ onExport, onRead, onImport }: BackupPanelProps) {
  const ui = useInterface();
  const { t } = ui;
  const [asked, setAsked] = useState<{ file: File; backup: Whole } | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  const read = async (file: File) => {
    const backup = await onRead(file);
    setOutcome(backup.is === "whole" ? null : backup.is);
    setAsked(backup.is === "whole" ? { file, backup } : null);
  };
  const restore = async (file: File) => {
    setOutcome(await onImport(file));
    setAsked(null);
  };

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
              // The same file may be chosen again.
              if (file) void read(file).finally(() => (input.value = ""));
            }}
          />
        </label>
      </p>
      {asked && (
        <div class="preview" role="alertdialog" aria-labelledby="backup-asked">
          <p id="backup-asked">{t("feeds.backup.confirm", { date: formatDay(asked.backup.made, ui) })}</p>
          <ul>
            {asked.backup.feeds.map(({ id, name, url }) => (
              <li key={id}>
                <b>{name}</b>{" "}
                {url && (
                  <bdi dir="ltr" class="address">
                    {url}
                  </bdi>
                )}
              </li>
            ))}
          </ul>
          <p class="buttons">
            <button type="button" class="primary" onClick={() => void restore(asked.file)}>
              {t("feeds.backup.restore")}
            </button>
            <button type="button" onClick={() => setAsked(null)}>
              {t("feeds.keep")}
            </button>
          </p>
        </div>
      )}
      {outcome && (
        <p class={outcome === "done" ? "feed-words" : "problem"} role="status">
          {t(`feeds.backup.${outcome}`)}
        </p>
      )}
    </section>
  );
}
