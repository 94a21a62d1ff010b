/** Dates of their own: entries of a live blog, articles embedded in another. */
import { readDay } from "./dates.ts";
import { JSON_LD, liveBlogUpdates, readJsonLd, textOf } from "./json-ld.ts";

/** Whether the element is an article of its own: one of several on a page, an entry of a live blog, one embedded in another. */
export const isEntry = (element: Element): boolean =>
  element.localName === "article" || (element.hasAttributes() && isNamedEntry(element));

const isNamedEntry = (element: Element): boolean =>
  element.getAttribute("role") === "article" ||
  /\bliveBlogUpdate\b/.test(element.getAttribute("itemprop") ?? "") ||
  /schema\.org\/\w*(?:Article|Posting)$/.test(element.getAttribute("itemtype") ?? "");

/** The day on which an entry says it was published; undefined where the element is no entry or names no day. */
export function dateOfEntry(element: Element): string | undefined {
  if (!isEntry(element)) return undefined;
  for (const dated of element.querySelectorAll("[itemprop~='datePublished'], time[datetime]")) {
    // An entry inside this one has its own date.
    let owner = dated.parentElement;
    while (owner && owner !== element && !isEntry(owner)) owner = owner.parentElement;
    if (owner !== element) continue;
    const day = readDay(dated.getAttribute("datetime") ?? dated.getAttribute("content") ?? dated.textContent);
    if (day) return day;
  }
  return undefined;
}

/** The days that JSON-LD gives for live-blog updates, by the element that an update's address points at. */
export function datesOfUpdates(document: Document): Map<Element, string> {
  const days = new Map<Element, string>();
  if (![...document.querySelectorAll(JSON_LD)].some(({ textContent }) => textContent?.includes("liveBlogUpdate")))
    return days;
  for (const update of liveBlogUpdates(readJsonLd(document))) {
    const day = readDay(textOf(update.datePublished));
    const anchor = /#(.+)$/.exec(textOf(update.url) ?? textOf(update["@id"]) ?? "")?.[1];
    const element = anchor ? document.getElementById(decode(anchor)) : null;
    if (day && element) days.set(element, day);
  }
  return days;
}

function decode(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}
