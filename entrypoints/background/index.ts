import { defineBackground } from "wxt/utils/define-background";
import { version } from "../../data/version.json" with { type: "json" };
import { createDatabase } from "../../lib/dataset/database.ts";
import { createDealIndex } from "../../lib/dataset/deal-index.ts";
import { openDataset } from "../../lib/dataset/open-dataset.ts";
import { interfaceIn } from "../../lib/interface/i18n.ts";
import { showBadge } from "../../lib/platform/badge.ts";
import { browserLanguage } from "../../lib/platform/language.ts";
import { onInstalled } from "../../lib/platform/lifecycle.ts";
import { answerAsBackground, askFrame } from "../../lib/platform/messaging.ts";
import * as readings from "../../lib/platform/readings.ts";
import { isSiteOn } from "../../lib/platform/sites.ts";
import { loadPackagedDataset } from "../../lib/platform/snapshot.ts";
import { addressOf, readOpenTabs, watchTabs } from "../../lib/platform/tabs.ts";
import { createNameMatcher } from "../../lib/reading/names.ts";
import { read } from "../../lib/reading/read.ts";
import { createAnswers } from "./answers.ts";
import { createLibrary } from "./library.ts";

/** The browser may stop this script at any moment and start it again: nothing is kept here that cannot be loaded again. */
export default defineBackground(() => {
  const library = createLibrary(async () => {
    const opened = await openDataset(createDatabase(), { version, load: loadPackagedDataset });
    if (opened.why !== null) console.warn(`The dataset was ${opened.how}: ${opened.why}`);
    const { deals, parties } = opened.dataset;
    return { ...opened, index: createDealIndex(opened.dataset, createNameMatcher(parties, deals)) };
  });
  const ui = () => interfaceIn(browserLanguage());
  const showDiscrepancies = (tab: number, count: number) => {
    const { t } = ui();
    return showBadge(tab, count, count > 0 ? t("badge.discrepancies", { count }) : t("badge.none"));
  };

  answerAsBackground(
    createAnswers({
      library,
      read,
      readings,
      isSiteOn,
      showDiscrepancies,
      askFrameState: (tab) => askFrame("frameState", null, { tab, frame: 0 }),
      addressOf,
      ui,
      // The reader's own day: "now" is where they are.
      today: () => Temporal.Now.plainDateISO().toString(),
    }),
  );
  watchTabs((tab) => void showDiscrepancies(tab, 0));
  onInstalled(() => {
    // Installed or upgraded: the packaged dataset is stored before the first page asks for it.
    void library.open();
    void readOpenTabs();
  });
});
