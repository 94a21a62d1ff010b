import { formatDay } from "../lib/interface/format.ts";
import type { DatasetState, PageSummary } from "../lib/protocol.ts";
import { ClaimList, type PlacedClaim } from "./ClaimList.tsx";
import { DatasetLine } from "./DatasetLine.tsx";
import { pageStateOf } from "./page-state.ts";
import { SiteSwitch } from "./SiteSwitch.tsx";
import { useInterface } from "./use-interface.ts";

export type PagePanelProps = {
  summary: PageSummary | "error" | null;
  dataset: DatasetState | "error" | null;
  onShow: (claim: PlacedClaim) => void;
  onSite: (host: string, on: boolean) => void;
};

/** A page at a glance: its claims by verdict, the switch for its site, the dataset they were judged by. */
export function PagePanel({ summary, dataset, onShow, onSite }: PagePanelProps) {
  const { t } = useInterface();
  const site = summary === null || summary === "error" ? null : summary.site;
  // A browser's own page has an address too, but nothing to switch.
  const switchable = site && (summary as PageSummary).main ? site : site && !site.on ? site : null;
  return (
    <>
      <header class="top">
        <img src="/icon/icon.svg" alt="" width="22" height="22" />
        <h1>{t("popup.title")}</h1>
      </header>
      {switchable && (
        <SiteSwitch host={switchable.host} on={switchable.on} onChange={(on) => onSite(switchable.host, on)} />
      )}
      <main>
        <PageBody summary={summary} host={site?.host ?? ""} onShow={onShow} />
      </main>
      <DatasetLine dataset={dataset} />
    </>
  );
}

function PageBody({ summary, host, onShow }: Pick<PagePanelProps, "summary" | "onShow"> & { host: string }) {
  const ui = useInterface();
  const { t } = ui;
  const state = pageStateOf(summary);
  switch (state.is) {
    case "claims":
      return (
        <>
          <p class="page-line">
            <strong>{t("popup.claims", { count: state.claims.length })}</strong>{" "}
            {state.published ? t("popup.published", { date: formatDay(state.published, ui) }) : t("popup.undated")}
            {state.modified && state.modified !== state.published && (
              <span class="modified"> {t("popup.modified", { date: formatDay(state.modified, ui) })}</span>
            )}
          </p>
          <ClaimList claims={state.claims} onShow={onShow} />
        </>
      );
    case "loading":
      return <p class="quiet" aria-busy="true" />;
    case "reading":
      return (
        <p class="quiet" role="status">
          {t("popup.reading")}
        </p>
      );
    case "off":
      return <Message title={t("popup.off.title")} text={t("popup.off.text", { host })} />;
    case "not-enabled":
      return <Message title={t("popup.notEnabled.title")} text={t("popup.notEnabled.text")} />;
    case "error":
      return <Message title={t("popup.error.title")} text={t("popup.error.text")} />;
    case "nothing":
      return <Message title={t("popup.nothing.title")} text={t("popup.nothing.text")} />;
  }
}

function Message({ title, text }: { title: string; text: string }) {
  return (
    <div class="message" role="status">
      <h2>{title}</h2>
      <p>{text}</p>
    </div>
  );
}
