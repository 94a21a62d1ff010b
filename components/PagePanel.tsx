import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import { formatDay } from "../lib/interface/format.ts";
import { patternOf } from "../lib/news-sites.ts";
import type { DatasetState, PageSummary } from "../lib/protocol.ts";
import type { Settings } from "../lib/settings.ts";
import { ClaimList, type PlacedClaim } from "./ClaimList.tsx";
import { DatasetLine } from "./DatasetLine.tsx";
import { GrantedSites } from "./GrantedSites.tsx";
import { GrantOffers } from "./GrantOffers.tsx";
import { Icon } from "./Icon.tsx";
import { KeyList, type KeyListProps } from "./KeyList.tsx";
import { pageStateOf } from "./page-state.ts";
import { ReadingSettings } from "./ReadingSettings.tsx";
import { SiteSwitch } from "./SiteSwitch.tsx";
import { useInterface } from "./use-interface.ts";

/** What the folded parts below the page hold. */
export type PageRest = {
  settings: Settings;
  /** Match patterns that the user has granted. */
  granted: readonly string[];
  keys: KeyListProps["keys"];
};

export type PagePanelProps = {
  summary: PageSummary | "error" | null;
  dataset: DatasetState | "error" | null;
  /** Null while it is not known yet. */
  rest: PageRest | null;
  onShow: (claim: PlacedClaim) => void;
  onSite: (host: string, on: boolean) => void;
  onPage: (address: string, on: boolean) => void;
  onSetting: <K extends keyof Settings>(name: K, value: Settings[K]) => void;
  onAsk: (patterns: string[]) => Promise<boolean>;
  onRevoke: (patterns: string[]) => void;
  onKeys: () => void;
  /** What stands before the page's claims: news of deals read about before. */
  news?: ComponentChildren;
  /** What stands below the dataset: its feeds. */
  children?: ComponentChildren;
};

/** A page at a glance: its claims by verdict, the switches for it and its site, the dataset they were judged by. */
export function PagePanel({ summary, dataset, rest, news, children, ...on }: PagePanelProps) {
  const { t } = useInterface();
  const known = summary === null || summary === "error" ? null : summary;
  const site = known?.site ?? null;
  // A browser's own page has an address too, but nothing to switch.
  const switchable = site && (known?.main || !site.on) ? site : null;
  const host = site?.host ?? "";
  const { onShow } = on;
  // A thousand claims are not gone through again whenever something else changes.
  const body = useMemo(() => <PageBody summary={summary} host={host} onShow={onShow} />, [summary, host, onShow]);
  return (
    <>
      <header class="top">
        <Icon size={22} />
        <h1>{t("extension.name")}</h1>
        {switchable && (
          <SiteSwitch
            host={switchable.host}
            on={switchable.on}
            onChange={(value) => on.onSite(switchable.host, value)}
          />
        )}
        {site && known?.main && site.access === "none" && <ReadOnce host={site.host} onAsk={on.onAsk} />}
      </header>
      <main>
        {news}
        {body}
      </main>
      <aside aria-label={t("popup.settings")}>
        <Fold title={t("popup.settings")}>
          {rest && (
            <ReadingSettings
              settings={rest.settings}
              page={known?.main || known?.page?.on === false ? (known?.page ?? null) : null}
              onSetting={on.onSetting}
              onPage={on.onPage}
            />
          )}
        </Fold>
        <Fold title={t("access.title")}>
          {rest && <GrantedSites patterns={rest.granted} onRevoke={on.onRevoke} />}
          {rest && <GrantOffers granted={rest.granted} onAsk={on.onAsk} />}
        </Fold>
        <Fold title={t("keys.title")}>{rest && <KeyList keys={rest.keys} onChange={on.onKeys} />}</Fold>
      </aside>
      <DatasetLine dataset={dataset} />
      {children && <aside aria-label={t("popup.dataset.title")}>{children}</aside>}
    </>
  );
}

/** A part that is folded away, and empty until it is known what it holds: nobody opens it before. */
function Fold({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <details class="settings">
      <summary>{title}</summary>
      {children}
    </details>
  );
}

/** A page that was read only because the user opened this popup on it: the offer to read its site always, and why. */
function ReadOnce({ host, onAsk }: { host: string; onAsk: PagePanelProps["onAsk"] }) {
  const { t } = useInterface();
  const site = host.replace(/^(?:www|m|amp|mobile)\./, "");
  return (
    <section class="once">
      <p>{t("access.once", { host: site })}</p>
      <button type="button" class="primary" onClick={() => void onAsk([patternOf(site)])}>
        {t("access.always", { host: site })}
      </button>
      <p class="hint">{t("access.alwaysWhy", { host: site })}</p>
    </section>
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
    case "page-off":
      return <Message title={t("popup.pageOff.title")} text={t("popup.pageOff.text")} />;
    case "all-off":
      return <Message title={t("popup.allOff.title")} text={t("popup.allOff.text")} />;
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
