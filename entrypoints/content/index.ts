import { defineContentScript } from "wxt/utils/define-content-script";
import { GATE } from "../../lib/news-sites.ts";
import { watchChanges } from "../../lib/page/changes.ts";
import { createMarks } from "../../lib/page/marks.ts";
import { answerAsFrame, askBackground } from "../../lib/platform/content-messaging.ts";
import { isOrphaned } from "../../lib/platform/lifecycle.ts";
import { loadSettings, watchSettings } from "../../lib/platform/settings.ts";
import { isSiteOn, watchSites } from "../../lib/platform/sites.ts";
import { mayHoldQuantity } from "../../lib/reading/question.ts";
import { HOST } from "../tooltip/types.ts";
import { createAttendant } from "./attendant.ts";
import { frameMetadata, pause, whenLookedAt } from "./frame.ts";
import { createPageReader } from "./page-reader.ts";
import "./style.css";

export default defineContentScript({
  // Test builds add loopback addresses (wxt.config.ts); granted sites are registered (lib/platform/grants.ts).
  matches: [...GATE],
  allFrames: true,
  // Frames that a page writes itself have no address of their own.
  matchOriginAsFallback: true,
  runAt: "document_idle",
  // The page is told nothing of our comings and goings.
  noScriptStartedPostMessage: true,

  async main(ctx) {
    if (!(document instanceof HTMLDocument)) return;
    const { signal } = ctx;
    // Firefox ends the scripts of an extension that is reloaded before they can clean up after themselves.
    for (const orphan of document.querySelectorAll(HOST)) orphan.remove();
    await whenLookedAt(signal);
    if (signal.aborted) return;
    let settings = await loadSettings();
    const isMain = window === window.top;
    const marks = createMarks(document, pause);
    const attendant = createAttendant(
      { document, marks, settings: () => settings, detailsOf, isMain, endIfOrphaned, signal },
      async () => (await askBackground("loadTooltip", null)).ok,
    );

    const reader = createPageReader({
      document,
      marks,
      mayHoldQuantity,
      readMetadata: () => frameMetadata(document),
      keepBlocks: (part) => void askBackground("keepBlocks", part),
      readPage: (page) => askBackground("readPage", page),
      settings: () => settings,
      // A frame's site is that of the page around it, which the background knows.
      isSiteOn: () => (isMain ? isSiteOn(location.hostname) : Promise.resolve(true)),
      pause,
      changes: () => changes.count,
      changed: () => attendant.follow(),
      signal,
    });

    answerAsFrame(
      {
        frameState: () => ({
          document: reader.document,
          host: location.hostname,
          state: reader.state,
          marks: marks.shown.length,
          ...attendant.state,
        }),
        showClaim: ({ document: of, claim }) => of === reader.document && attendant.answer((by) => by.show(claim)),
        stepMark: (step) => attendant.answer((by) => by.step(step)),
        openMark: () => attendant.answer((by) => by.openInSight()),
        closeTooltip: () => attendant.close(),
        readAgain: () => {
          void reader.read(true);
          return true;
        },
        stop: () => {
          // After the answer, for which the channel is still needed.
          setTimeout(() => ctx.notifyInvalidated());
          return true;
        },
      },
      signal,
    );
    signal.addEventListener("abort", () => marks.show([]));
    watchSites(() => void reader.read(true), signal);
    watchSettings((changed) => {
      const wasOn = settings.on;
      settings = changed;
      if (wasOn === changed.on) reader.redraw();
      else void reader.read(true);
    }, signal);
    const changes = watchChanges(
      document,
      () => reader.last,
      () => reader.read(),
      () => reader.spentMs,
      signal,
    );
    ctx.addEventListener(window, "wxt:locationchange", () => void reader.read(true));
    // Back from the browser's cache of pages: the background has forgotten this one.
    ctx.addEventListener(window, "pageshow", (event) => void (event.persisted && reader.read(true)));
    ctx.addEventListener(window, "pagehide", () => {
      if (!isOrphaned()) void askBackground("leavePage", { document: reader.document });
    });
    await changes.read();

    /** Nobody tells a script that its extension was removed or reloaded, and Chrome runs no timer of it any more. */
    function endIfOrphaned(): void {
      if (isOrphaned()) ctx.notifyInvalidated();
    }

    async function detailsOf(claim: number) {
      const ask = () => askBackground("claimDetails", { document: reader.document, claim });
      let details = await ask();
      if (!details.ok && details.error.code === "forgotten") {
        await reader.read(true);
        details = await ask();
      }
      return details.ok ? details.value : null;
    }
  },
});
