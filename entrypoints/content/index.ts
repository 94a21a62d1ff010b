import { defineContentScript } from "wxt/utils/define-content-script";
import { GATE } from "../../lib/news-sites.ts";
import { watchChanges } from "../../lib/page/changes.ts";
import { createMarks } from "../../lib/page/marks.ts";
import { answerAsFrame, askBackground } from "../../lib/platform/content-messaging.ts";
import { isOrphaned } from "../../lib/platform/lifecycle.ts";
import { loadSettings, watchSettings } from "../../lib/platform/settings.ts";
import { isSiteOn, watchSites } from "../../lib/platform/sites.ts";
import { mayHoldQuantity } from "../../lib/reading/question.ts";
import { ATTEND, type Attend, type Attendance, HOST } from "../tooltip/types.ts";
import { frameMetadata, pause, whenLookedAt } from "./frame.ts";
import { createPageReader } from "./page-reader.ts";
import "./style.css";

/** What readers do with a pointer or a finger. */
const MOVES = ["pointermove", "pointerdown", "pointerup", "pointercancel", "click"];

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
    /** What answers the reader: its code comes in with their first move over a page with marks. */
    let attendance: Attendance | null = null;
    let isAsked = false;
    /** The last of each kind of move that nobody could answer yet, in their order. */
    const missed = new Map<string, Event>();
    const waiting = new AbortController();
    const wait = (event: Event) => {
      missed.delete(event.type);
      missed.set(event.type, event);
      if (isAsked) return;
      isAsked = true;
      void attend();
    };

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
      changed: () => {
        attendance?.follow();
        // If the code could not be had before, it may be now.
        isAsked = false;
        if (marks.isEmpty) return;
        for (const type of MOVES)
          document.addEventListener(type, wait, { passive: true, capture: true, signal: waiting.signal });
      },
      signal,
    });

    /** Has the reader answered in the way that their code can; false where it cannot. */
    const answer = async (how: (by: Attendance) => Promise<boolean>) => {
      const by = await attend();
      return by !== null && how(by);
    };
    answerAsFrame(
      {
        frameState: () => ({
          document: reader.document,
          host: location.hostname,
          state: reader.state,
          marks: marks.shown.length,
          ...(attendance?.state ?? { at: null, tooltip: null }),
        }),
        showClaim: ({ document: of, claim }) => of === reader.document && answer((by) => by.show(claim)),
        stepMark: (step) => answer((by) => by.step(step)),
        openMark: () => answer((by) => by.openInSight()),
        closeTooltip: () => attendance?.close() ?? false,
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
    signal.addEventListener("abort", () => {
      waiting.abort();
      marks.show([]);
    });
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

    /** Null where there is nothing to answer about, or the code cannot be had. */
    async function attend(): Promise<Attendance | null> {
      if (attendance || marks.isEmpty) return attendance;
      const loaded = ATTEND in globalThis ? null : await askBackground("loadTooltip", null);
      const start = (globalThis as { [ATTEND]?: Attend })[ATTEND];
      endIfOrphaned();
      if (signal.aborted || !start || (loaded && !loaded.ok)) return null;
      waiting.abort();
      attendance ??= start({
        document,
        marks,
        settings: () => settings,
        detailsOf,
        isMain,
        missed: missed.values(),
        endIfOrphaned,
        signal,
      });
      return attendance;
    }

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
