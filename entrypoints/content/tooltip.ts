/**
 * The tooltip: plain DOM in a closed shadow root on one host element, made when it is first needed.
 *
 * It is for reading. A page can remove or cover it, so no control in it changes a setting or data.
 */
import type { ClaimView } from "../../lib/protocol.ts";
import { tooltipStyle } from "./tooltip-style.ts";

/** A name no page uses, and that says nothing. */
const HOST = "dm-tip";
/** Between the mark and the tooltip, and around the viewport's edges, in CSS pixels. */
const GAP = 6;
const EDGE = 8;

export type Tooltip = {
  /**
   * Shows a claim beside its mark.
   *
   * @param focus whether the reader came from the keyboard: then the tooltip takes the focus, and gives it back on close
   */
  open(claim: number, view: ClaimView, range: Range, point: { x: number; y: number } | null, focus: boolean): void;
  close(): void;
  /** Moves to where the mark is now; closes where it is no longer in sight. */
  follow(): void;
  /** The claim shown; null while closed. */
  readonly claim: number | null;
  /** All that it says, a line an item. */
  readonly text: string;
  /** Whether an event happened in the tooltip. */
  contains(event: Event): boolean;
  /** Whether the focus is in it. */
  readonly focused: boolean;
};

export function createTooltip(document: Document, closed: () => void, signal: AbortSignal): Tooltip {
  let host: HTMLElement | null = null;
  let tip: HTMLElement | null = null;
  let status: HTMLElement | null = null;
  let root: ShadowRoot | null = null;
  let claim: number | null = null;
  let anchor: { range: Range; point: { x: number; y: number } | null } | null = null;
  let focusBefore: Element | null = null;

  // Firefox ends the scripts of an extension that is reloaded before they can clean up after themselves.
  for (const orphan of document.querySelectorAll(HOST)) orphan.remove();

  const tooltip: Tooltip = {
    open(next, view, range, point, focus) {
      const { box, announce } = build(range);
      const moved = focus && tooltip.focused;
      if (focus && !moved) focusBefore = document.activeElement;
      claim = next;
      anchor = { range, point };
      fill(box, view, tooltip.close);
      if (!box.matches(":popover-open")) box.showPopover();
      place();
      if (focus) box.focus({ preventScroll: true });
      // Focus already said the first one; moving on inside of it would be silent.
      announce.textContent = moved ? `${view.position}: ${view.label}. ${view.summary}` : "";
    },

    close() {
      if (claim === null) return;
      const hadFocus = tooltip.focused;
      claim = null;
      anchor = null;
      if (tip?.isConnected && tip.matches(":popover-open")) tip.hidePopover();
      if (hadFocus && focusBefore instanceof HTMLElement && focusBefore.isConnected)
        focusBefore.focus({ preventScroll: true });
      focusBefore = null;
      closed();
    },

    follow() {
      if (claim !== null) place();
    },

    get claim() {
      return claim;
    },
    get text() {
      return claim === null || !tip ? "" : linesOf(tip).join("\n");
    },
    contains: (event) => host !== null && event.composedPath().includes(host),
    get focused() {
      return root?.activeElement != null;
    },
  };
  signal.addEventListener(
    "abort",
    () => {
      tooltip.close();
      host?.remove();
    },
    { once: true },
  );
  return tooltip;

  /** The box, in the document's top layer or in the modal dialog that holds the mark: all else is inert beside one. */
  function build(range: Range): { box: HTMLElement; announce: HTMLElement } {
    const home = homeOf(range, document);
    if (!host || !root || !tip || !status) {
      host = document.createElement(HOST);
      root = host.attachShadow({ mode: "closed" });
      tip = element("div", "tip", {
        popover: "manual",
        role: "dialog",
        tabindex: "-1",
        "aria-labelledby": "label",
        "aria-describedby": "summary",
      });
      status = element("div", "status", { role: "status" });
      addStyle(root);
      root.append(tip, status);
    }
    if (host.parentNode !== home) home.append(host);
    return { box: tip, announce: status };
  }

  function place(): void {
    if (!tip || !anchor) return;
    const rect = rectOf(anchor.range, anchor.point);
    const { innerWidth: width, innerHeight: height } = document.defaultView ?? window;
    if (!rect || rect.bottom < 0 || rect.top > height) {
      tooltip.close();
      return;
    }
    // Rectangles move with the page; the point under the pointer chose one of several lines only once.
    anchor.point = { x: rect.left + 1, y: rect.top + rect.height / 2 };
    const below = height - rect.bottom - GAP - EDGE;
    const above = rect.top - GAP - EDGE;
    tip.style.maxHeight = "none";
    const needed = tip.offsetHeight;
    const under = needed <= below || below >= above;
    const available = Math.max(under ? below : above, 80);
    tip.style.maxHeight = `${available}px`;
    const tall = Math.min(needed, available);
    const rtl = getComputedStyle(tip).direction === "rtl";
    const left = rtl ? rect.right - tip.offsetWidth : rect.left;
    tip.style.left = `${Math.round(clamp(left, EDGE, width - tip.offsetWidth - EDGE))}px`;
    tip.style.top = `${Math.round(under ? rect.bottom + GAP : rect.top - GAP - tall)}px`;
  }
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));

/** The line of the mark under the pointer; without a pointer, its first. */
function rectOf(range: Range, point: { x: number; y: number } | null): DOMRect | null {
  const rects = [...range.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0);
  const under =
    point && rects.find((r) => point.x >= r.left && point.x <= r.right && point.y >= r.top && point.y <= r.bottom);
  return under ?? rects[0] ?? null;
}

function homeOf(range: Range, document: Document): Element {
  const at = range.startContainer.parentElement;
  return at?.closest("dialog:modal") ?? document.fullscreenElement ?? document.documentElement;
}

/**
 * A constructed sheet is no inline style, so that no page's content security policy forbids it. Firefox refuses one
 * that comes from a content script (its bug 1928865); there a `<style>` of an extension is let through.
 */
function addStyle(root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(tooltipStyle);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement("style");
    style.textContent = tooltipStyle;
    root.append(style);
  }
}

function fill(box: HTMLElement, view: ClaimView, close: () => void): void {
  box.lang = view.lang;
  box.dir = view.dir;
  box.dataset.verdict = view.verdict;
  box.replaceChildren(
    headOf(view, close),
    element("p", "summary", { id: "summary" }, view.summary),
    figuresOf(view),
    ...restOf(view),
  );
  box.scrollTop = 0;
}

function headOf(view: ClaimView, close: () => void): HTMLElement {
  const button = element("button", "close", { type: "button", "aria-label": view.close }, "×");
  button.addEventListener("click", (event) => {
    if (event.isTrusted) close();
  });
  return element(
    "header",
    "",
    {},
    element("span", "sign", { "aria-hidden": "true" }),
    element("strong", "label", { id: "label" }, view.label),
    element("span", "position", {}, view.position),
    button,
  );
}

function figuresOf(view: ClaimView): HTMLElement {
  const rows = [
    element(
      "div",
      "said",
      {},
      element("dt", "", {}, view.said.label),
      element("dd", "", {}, element("b", "", {}, view.said.figure)),
    ),
    ...view.record.map(({ label, line, current }) =>
      element(
        "div",
        current ? "current" : "former",
        {},
        element("dt", "", {}, label),
        element(
          "dd",
          "",
          {},
          element("b", "", {}, line.figure),
          ...(line.detail ? [element("small", "", {}, line.detail)] : []),
        ),
      ),
    ),
  ];
  return element("dl", "", {}, ...rows);
}

function restOf(view: ClaimView): HTMLElement[] {
  const parts: HTMLElement[] = [];
  if (view.notes.length > 0)
    parts.push(element("ul", "notes", {}, ...view.notes.map((note) => element("li", "", {}, note))));
  parts.push(
    element(
      "p",
      "deal",
      {},
      element("bdi", "", {}, view.deal.name),
      ...(view.deal.status ? [element("span", "deal-status", {}, view.deal.status)] : []),
    ),
  );
  const footer = element("footer", "");
  const links = view.sources.links.filter(({ url }) => /^https?:\/\//.test(url)).map(linkOf);
  if (links.length > 0) {
    const list = element("ul", "sources", {}, ...links);
    footer.append(element("h2", "", {}, view.sources.label), list);
  }
  footer.append(element("p", "dataset", {}, view.dataset));
  return [...parts, footer];
}

function linkOf({ url, publisher, date, title }: ClaimView["sources"]["links"][number]): HTMLElement {
  const link = element("a", "", { href: url, target: "_blank", rel: "noopener noreferrer", title }, publisher);
  return element("li", "", {}, link, ` ${date}`);
}

function element(
  tag: string,
  className: string,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** The text of each innermost block, in reading order. */
function linesOf(box: HTMLElement): string[] {
  const lines = [
    ...box.querySelectorAll(".label, .position, .summary, dt, dd b, dd small, .notes li, .deal, .sources li, .dataset"),
  ];
  return lines.map((line) => [...line.childNodes].map((child) => child.textContent?.trim()).join(" "));
}
