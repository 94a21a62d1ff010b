import { defineBackground } from "wxt/utils/define-background";
import { version } from "../../data/version.json" with { type: "json" };
import { createDatabase } from "../../lib/dataset/database.ts";
import { createDealIndex } from "../../lib/dataset/deal-index.ts";
import { openDataset } from "../../lib/dataset/open-dataset.ts";
import { loadInterface } from "../../lib/interface/i18n.ts";
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
import { interfaceLanguage, loadPackagedWords } from "../../lib/platform/language.ts";
import { onInstalled, onStartup } from "../../lib/platform/lifecycle.ts";
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
import { createNameMatcher } from "../../lib/reading/names.ts";
import { read } from "../../lib/reading/read.ts";
import { createAnswers } from "./answers.ts";
import { runCommand } from "./commands.ts";
import { startFeeds } from "./feeds.ts";
import { createLibrary } from "./library.ts";

/** The browser may stop this script at any moment and start it again: nothing is kept here that cannot be loaded again. */
export default defineBackground(() => {
  const datasets = createDatabase();
  const library = createLibrary(async () => {
    const opened = await openDataset(datasets, { version, load: loadPackagedDataset }, await feeds.inUse());
    if (opened.why !== null) console.warn(`The dataset was ${opened.how}: ${opened.why}`);
    const { deals, parties } = opened.dataset;
    return { ...opened, index: createDealIndex(opened.dataset, createNameMatcher(parties, deals)) };
  });
  const ui = async () => loadInterface(await interfaceLanguage(), loadPackagedWords);
  const feeds = startFeeds({ datasets, library, ui });
  const answers = createAnswers({
    library,
    read,
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
    // Installed or upgraded: the packaged dataset is stored before the first page asks for it.
    void library.open();
    void registerGranted();
    void grantedSites().then((granted) => readOpenTabs([...declaredSites(), ...granted]));
    if (reason === "install") void openPage("/welcome.html");
  });
});
