import { defineBackground } from "wxt/utils/define-background";
import { version } from "../../data/version.json" with { type: "json" };
import { buildIndex, dropIndex } from "../../lib/dataset/build-index.ts";
import { createDatabase } from "../../lib/dataset/database.ts";
import { readFrom, storeInMemory } from "../../lib/dataset/deal-store.ts";
import type { StoredIndex } from "../../lib/dataset/index-rows.ts";
import { openDataset } from "../../lib/dataset/open-dataset.ts";
import { openIndex, storeOfIndex } from "../../lib/dataset/open-index.ts";
import { createPace } from "../../lib/dataset/pace.ts";
import { loadInterface } from "../../lib/interface/i18n.ts";
import { loadPacks } from "../../lib/locales/packaged.ts";
import { showBadge } from "../../lib/platform/badge.ts";
import { onCommand } from "../../lib/platform/commands.ts";
import {
  declaredSites,
  grantedSites,
  grantFor,
  isDeclared,
  isGranted,
  registerGranted,
  watchGrants,
} from "../../lib/platform/grants.ts";
import { interfaceLanguage, loadPackagedPack, loadPackagedWords } from "../../lib/platform/language.ts";
import { onInstalled, onStartup, stayAwake } from "../../lib/platform/lifecycle.ts";
import { answerAsBackground, askFrame, tellFrames } from "../../lib/platform/messaging.ts";
import * as readings from "../../lib/platform/readings.ts";
import { loadSettings } from "../../lib/platform/settings.ts";
import { isPageOn, isSiteOn } from "../../lib/platform/sites.ts";
import { loadPackagedDataset } from "../../lib/platform/snapshot.ts";
import {
  activeTab,
  addressOf,
  leaveTabs,
  liveReadings,
  loadTooltip,
  openPage,
  readOpenTabs,
  readTab,
  watchTabs,
} from "../../lib/platform/tabs.ts";
import { packsOf } from "../../lib/reading/article.ts";
import { articlesOf } from "../../lib/reading/articles.ts";
import { createAnswers } from "./answers.ts";
import { runCommand } from "./commands.ts";
import { startFeeds } from "./feeds.ts";
import { createLibrary, type OpenedLibrary } from "./library.ts";

/** A task of its own: messages that have arrived meanwhile are answered first. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** The browser may stop this script at any moment and start it again: nothing is kept here that cannot be loaded again. */
export default defineBackground(() => {
  const datasets = createDatabase();
  const library = createLibrary({
    async openIndex() {
      const opened = await openIndex(datasets, version, feeds.inUse());
      return opened && { library: indexed(opened.index), isCurrent: opened.isCurrent };
    },
    async openWhole() {
      const opened = await openDataset(datasets, { version, load: loadPackagedDataset }, await feeds.inUse());
      if (opened.why !== null) console.warn(`The dataset was ${opened.how}: ${opened.why}`);
      const { how, why, disagreements, dataset } = opened;
      return { how, why, disagreements, deals: storeInMemory(dataset) };
    },
    buildIndex: () =>
      stayAwake(async () => indexed(await buildIndex(datasets, await feeds.inUse(), createPace(pause)))),
  });
  const indexed = (index: StoredIndex): OpenedLibrary => ({
    how: "stored",
    why: null,
    disagreements: index.head.disagreements,
    deals: storeOfIndex(datasets, index, pause),
  });
  const ui = async () => loadInterface(await interfaceLanguage(), loadPackagedWords);
  const feeds = startFeeds({ datasets, library, ui });
  const answers = createAnswers({
    library,
    loadLanguages: (page) => loadPacks(articlesOf(page).flatMap(packsOf), loadPackagedPack),
    read: readFrom,
    readings: { ...readings, liveReadings },
    settings: loadSettings,
    isSiteOn,
    isPageOn,
    access: async (host) => (!(await isGranted(host)) ? "none" : isDeclared(host) ? "always" : "granted"),
    grantFor,
    showDiscrepancies: async (tab, count) => {
      const { t } = await ui();
      await showBadge(tab, count, count > 0 ? t("badge.discrepancies", { count }) : t("badge.none"));
    },
    askFrameState: (tab) => askFrame("frameState", null, { tab, frame: 0 }),
    addressOf,
    readAgain: (tab) => tellFrames("readAgain", null, tab),
    loadTooltip,
    ui,
    remember: feeds.remember,
    feedNames: feeds.names,
    // The reader's own day: "now" is where they are.
    today: () => Temporal.Now.plainDateISO().toString(),
  });
  answerAsBackground({ ...answers.handlers, ...feeds.handlers });
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
  onStartup(() => void registerGranted());
  onInstalled((reason) => {
    // The packaged dataset is stored and indexed before the first page asks for it; an upgrade may index otherwise.
    void dropIndex(datasets)
      .catch((error: unknown) => console.warn("The index of the version before stays:", error))
      .then(library.reload);
    void registerGranted();
    void grantedSites().then((granted) => readOpenTabs([...declaredSites(), ...granted]));
    if (reason === "install") void openPage("/welcome.html");
  });
});
