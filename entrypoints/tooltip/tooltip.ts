/**
 * The tooltip: plain DOM in a closed shadow root on one host element, made when it is first needed.
 *
 * It is for reading. A page can remove or cover it, so no control in it changes a setting or data.
 */
import { EDGE, GAP, placeBeside, type Rect } from "../../lib/page/place.ts";
import type { ClaimView } from "../../lib/protocol.ts";
import { drawPlot } from "./plot.ts";
import { createSight } from "./sight.ts";
import { tooltipStyle } from "./tooltip-style.ts";
import { HOST, type Point } from "./types.ts";

/** As wide as reads well, in CSS pixels. */
const WIDEST = 348;

/** As far as a pointer may stray from it: over the gap that parts it from its mark. */
const REACH = GAP + 4;

export type Tooltip = {
  /**
   * Shows a claim beside its mark; does nothing where the mark is out of sight.
   *
   * @param point where the reader points, which chooses among the lines of a mark; null without a pointer
   * @param focus whether the reader came from the keyboard: then the tooltip takes the focus, and gives it back on close
   */
  open(claim: number, view: ClaimView, point: Point | null, focus: boolean): void;
  close(): void;
  /** Moves to where the mark is now; closes where it is no longer in sight. */
  follow(): void;
  /** The claim shown; null while closed. */
  readonly claim: number | null;
  /** All that it says, a line an item. */
  readonly text: string;
  /** Whether an event happened in the tooltip. */
  contains(event: Event): boolean;
  /** Whether a point is at its edge: on the way there from the mark. */
  isNear(point: Point): boolean;
  /** Whether the focus is in it. */
  readonly focused: boolean;
};

export type TooltipOptions = {
  document: Document;
  /** Whether the document is the tab's whole page. */
  isMain: boolean;
  /** Where a claim's mark is now; null where it is gone. */
  rangeOf(claim: number): Range | null;
  closed(): void;
  signal: AbortSignal;
};

export function createTooltip({ document, isMain, rangeOf, closed, signal }: TooltipOptions): Tooltip {
  let host: HTMLElement | null = null;
  let tip: HTMLElement | null = null;
  let status: HTMLElement | null = null;
  let root: ShadowRoot | null = null;
  let claim: number | null = null;
  let point: Point | null = null;
  let focusBefore: Element | null = null;
  const sight = createSight(document);

  const tooltip: Tooltip = {
    open(next, view, at, focus) {
      const range = rangeOf(next);
      if (!range) return;
      const moved = focus && tooltip.focused;
      if (focus && !moved) focusBefore = document.activeElement;
      const { box, announce } = build(range);
      claim = next;
      point = at;
      fill(box, view, tooltip.close);
      const wasOpen = box.matches(":popover-open");
      if (!wasOpen) box.showPopover();
      place();
      if (claim !== null && !wasOpen && !isMain) waitForSight(box);
      if (claim === null) return;
      if (focus) {
        // A frame that another one had the focus of.
        document.defaultView?.focus();
        box.focus({ preventScroll: true });
      }
      // Focus already said the first one; moving on inside of it would be silent.
      announce.textContent = moved ? `${view.position}: ${view.label}. ${view.summary}` : "";
    },

    close() {
      if (claim === null) return;
      const hadFocus = tooltip.focused;
      claim = null;
      sight.rest();
      if (tip?.isConnected && tip.matches(":popover-open")) tip.hidePopover();
      // A dialog or a fullscreen element gets back the children that it had.
      if (host && host.parentNode !== document.documentElement) host.remove();
      if (hadFocus && focusBefore instanceof HTMLElement && focusBefore.isConnected)
        focusBefore.focus({ preventScroll: true });
      focusBefore = null;
      closed();
    },

    follow() {
      if (tooltip.claim !== null) place();
    },

    get claim() {
      // A page may have taken it away.
      if (claim !== null && !host?.isConnected) tooltip.close();
      return claim;
    },
    get text() {
      return tooltip.claim === null || !tip ? "" : linesOf(tip).join("\n");
    },
    contains: (event) => host !== null && event.composedPath().includes(host),
    isNear({ x, y }) {
      if (tooltip.claim === null || !tip) return false;
      const { left, top, right, bottom } = tip.getBoundingClientRect();
      return x > left - REACH && x < right + REACH && y > top - REACH && y < bottom + REACH;
    },
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
      root.append(tip, status, element("div", "view"));
    }
    if (host.parentNode !== home) home.append(host);
    return { box: tip, announce: status };
  }

  /** In a frame the box appears once it is known how much of the frame is in sight, and moves with that. */
  function waitForSight(box: HTMLElement): void {
    const probe = root?.querySelector(".view");
    if (!probe) return;
    box.classList.add("placing");
    sight.watch(probe, () => {
      tooltip.follow();
      box.classList.remove("placing");
    });
  }

  function place(): void {
    const range = claim === null ? null : rangeOf(claim);
    const rect = range && rectOf(range, point);
    const { view } = sight;
    if (!tip || !range || !rect || !isInSight(range, rect, view)) {
      tooltip.close();
      return;
    }
    // Rectangles move with the page; the point under the pointer chose one of several lines only once.
    point = { x: rect.left + 1, y: rect.top + rect.height / 2 };
    tip.style.maxWidth = `${Math.min(WIDEST, view.right - view.left - 2 * EDGE)}px`;
    tip.style.maxHeight = "none";
    const size = { width: tip.offsetWidth, height: tip.offsetHeight };
    const rtl = tip.dir === "rtl";
    const { left, top, maxHeight } = placeBeside(rect, size, view, rtl);
    tip.style.maxHeight = `${maxHeight}px`;
    tip.style.left = `${left}px`;
    tip.style.top = `${top}px`;
  }
}

/** The line of the mark under the pointer; without a pointer, its first. */
function rectOf(range: Range, point: Point | null): DOMRect | null {
  const rects = [...range.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0);
  const under =
    point && rects.find((r) => point.x >= r.left && point.x <= r.right && point.y >= r.top && point.y <= r.bottom);
  return under ?? rects[0] ?? null;
}

/** Whether the reader can see the mark: neither scrolled out of the page's window nor out of a box that scrolls in it. */
function isInSight(range: Range, rect: DOMRect, view: Rect): boolean {
  if (!overlap(rect, view)) return false;
  for (let at = parentOf(range.startContainer); at && at.localName !== "body"; at = parentOf(at)) {
    if (getComputedStyle(at).overflowY !== "visible" && !overlap(rect, at.getBoundingClientRect())) return false;
  }
  return true;
}

const overlap = (one: Rect, other: Rect): boolean =>
  one.bottom > other.top && one.top < other.bottom && one.right > other.left && one.left < other.right;

/** The element around a node, out of shadow trees too. */
const parentOf = (node: Node): Element | null =>
  node.parentElement ?? (node.parentNode instanceof ShadowRoot ? node.parentNode.host : null);

function homeOf(range: Range, document: Document): Element {
  for (let at = parentOf(range.startContainer); at; at = parentOf(at)) if (at.matches("dialog:modal")) return at;
  return document.fullscreenElement ?? document.documentElement;
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
    ...(view.timeline ? [drawPlot(view.timeline)] : []),
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
      element("dd", "", {}, element("b", "", {}, view.said.figure), ...small(view.said.converted)),
    ),
    ...view.record.map(({ label, line, current }) =>
      element(
        "div",
        current ? "current" : "former",
        {},
        element("dt", "", {}, label),
        element("dd", "", {}, element("b", "", {}, line.figure), ...small(line.converted), ...small(line.detail)),
      ),
    ),
  ];
  return element("dl", "", {}, ...rows);
}

const small = (text: string): HTMLElement[] => (text ? [element("small", "", {}, text)] : []);

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
  const link = element(
    "a",
    "",
    { href: url, target: "_blank", rel: "noopener noreferrer", title, dir: "auto" },
    publisher,
  );
  return element("li", "", {}, link, " ", element("bdi", "", {}, date));
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
