import { defineBackground } from "wxt/utils/define-background";
import { version } from "../../data/version.json" with { type: "json" };
import { readFrom } from "../../lib/dataset/deal-store.ts";
import { DATASET_DATABASE } from "../../lib/dataset/in-use.ts";
import type { StoredIndex } from "../../lib/dataset/index-rows.ts";
import { openIndex, storeOfIndex } from "../../lib/dataset/open-index.ts";
import { createReader, openExisting } from "../../lib/dataset/reader.ts";
import { feedsProtocol } from "../../lib/feeds-protocol.ts";
import { loadInterface } from "../../lib/interface/i18n.ts";
import { loadPacks } from "../../lib/locales/packaged.ts";
import { answerAsBackground } from "../../lib/platform/answering.ts";
import { showBadge } from "../../lib/platform/badge.ts";
import { onCommand } from "../../lib/platform/commands.ts";
import { onFeedsDue } from "../../lib/platform/feeds.ts";
import { declaredSites, grantedSites, registerGranted, watchGrants } from "../../lib/platform/grants.ts";
import { interfaceLanguage, loadPackagedPack, loadPackagedWords } from "../../lib/platform/language.ts";
import { onInstalled, onStartup } from "../../lib/platform/lifecycle.ts";
import { askFrame, tellFrames } from "../../lib/platform/messaging.ts";
import { pageSummary } from "../../lib/platform/page-summary.ts";
import * as readings from "../../lib/platform/readings.ts";
import { loadSettings } from "../../lib/platform/settings.ts";
import { isPageOn, isSiteOn } from "../../lib/platform/sites.ts";
import {
  activeTab,
  leaveTabs,
  loadTooltip,
  openPage,
  readOpenTabs,
  readTab,
  watchTabs,
} from "../../lib/platform/tabs.ts";
import { packsOf, warmUp } from "../../lib/reading/article.ts";
import { articlesOf } from "../../lib/reading/articles.ts";
import { createAnswers } from "./answers.ts";
import { runCommand } from "./commands.ts";
import { createLibrary, type OpenedLibrary } from "./library.ts";
import type { FeedHandlers } from "./updates.ts";
import type { Upkeep } from "./upkeep.ts";

/** A task of its own: messages that have arrived meanwhile are answered first. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** What a page does not wait for begins so much later, when it has its marks. */
const AFTER_READING_MS = 150;

/** The browser may stop this script at any moment and start it again: nothing is kept here that cannot be loaded again. */
export default defineBackground(() => {
  let starting: Promise<Upkeep> | null = null;
  const started = Promise.withResolvers<unknown>();
  const upkeep = (): Promise<Upkeep> => {
    starting ??= import("./upkeep.ts").then(({ startUpkeep }) => startUpkeep({ library, ui, pause }));
    started.resolve(starting);
    return starting;
  };
  /** When the page has its marks, or somebody else needs it. */
  const upkeepAfterReading = async (): Promise<Upkeep> => {
    await Promise.race([started.promise, new Promise((resolve) => setTimeout(resolve, AFTER_READING_MS))]);
    return upkeep();
  };
  const reader = createReader(() => openExisting(DATASET_DATABASE));
  void reader.prepare();
  const library = createLibrary({
    async openIndex() {
      const opened = await openIndex(reader, version);
      return (
        opened && {
          library: indexed(opened.index),
          isCurrent: async () => opened.isOf(await (await upkeepAfterReading()).feeds.inUse()),
        }
      );
    },
    openWhole: async () => (await upkeep()).openWhole(),
    buildIndex: async () => indexed(await (await upkeep()).buildIndex()),
  });
  const indexed = (index: StoredIndex): OpenedLibrary => ({
    how: "stored",
    why: null,
    disagreements: index.head.disagreements,
    deals: storeOfIndex(reader, index, pause),
  });
  const ui = async () => loadInterface(await interfaceLanguage(), loadPackagedWords);
  const answers = createAnswers({
    library,
    async loadLanguages(page) {
      const packs = new Set(articlesOf(page).flatMap(packsOf));
      await loadPacks(packs, loadPackagedPack);
      // The index is being loaded meanwhile.
      for (const pack of packs) warmUp(pack);
    },
    read: readFrom,
    readings,
    settings: loadSettings,
    isSiteOn,
    isPageOn,
    showDiscrepancies: async (tab, count) => {
      const { t } = await ui();
      await showBadge(tab, count, count > 0 ? t("badge.discrepancies", { count }) : t("badge.none"));
    },
    pageSummary,
    readAgain: (tab) => tellFrames("readAgain", null, tab),
    loadTooltip,
    ui,
    remember: async (deals, today) => (await upkeepAfterReading()).feeds.remember(deals, today),
    feedNames: async () => (await upkeep()).feeds.names(),
    // The reader's own day: "now" is where they are.
    today: () => Temporal.Now.plainDateISO().toString(),
  });
  answerAsBackground({ ...answers.handlers, ...feedHandlers(upkeep) });
  watchTabs((tab) => void answers.countDiscrepancies(tab));

  onCommand(async (name, tab) => {
    const active = tab ?? (await activeTab());
    if (active === null) return;
    await runCommand(name, active, {
      readTab,
      loadReadings: readings.loadReadings,
      settings: loadSettings,
      frameState: (of, frame) => askFrame("frameState", null, { tab: of, frame }),
      stepMark: (of, frame, step) => askFrame("stepMark", step, { tab: of, frame }),
      openMark: (of, frame) => askFrame("openMark", null, { tab: of, frame }),
      closeTooltip: (of, frame) => askFrame("closeTooltip", null, { tab: of, frame }),
    });
  });

  watchGrants(
    (patterns) => void registerGranted().then(() => readOpenTabs(patterns)),
    (patterns) => void registerGranted().then(() => leaveTabs(patterns)),
  );
  onFeedsDue(() => void upkeep().then(({ feeds }) => feeds.updateDue()));
  onStartup(() => {
    void registerGranted();
    void upkeep().then(({ feeds }) => feeds.wake());
  });
  onInstalled((reason) => {
    void upkeep().then(async ({ feeds, dropIndex }) => {
      void feeds.wake();
      // The packaged dataset is stored and indexed before the first page asks for it; an upgrade may index otherwise.
      await dropIndex().catch((error: unknown) => console.warn("The index of the version before stays:", error));
      await library.reload();
    });
    void registerGranted();
    void grantedSites().then((granted) => readOpenTabs([...declaredSites(), ...granted]));
    if (reason === "install") void openPage("/welcome.html");
  });
});

/** What is asked about feeds is answered by what keeps them. */
function feedHandlers(upkeep: () => Promise<Upkeep>): FeedHandlers {
  type Answer = (request: unknown) => Promise<unknown>;
  const answer =
    (name: string): Answer =>
    async (request) => {
      const { handlers } = (await upkeep()).feeds;
      return (handlers as Record<string, Answer>)[name]?.(request);
    };
  return Object.fromEntries(Object.keys(feedsProtocol).map((name) => [name, answer(name)])) as FeedHandlers;
}
