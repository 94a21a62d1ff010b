/** A page at a glance, put together from what the browser keeps of it and what its content scripts say. */
import type { FrameReading, FrameState, PageSummary } from "../protocol.ts";
import { accessOf, loadGrants } from "./grants.ts";
import { send } from "./messenger.ts";
import { loadReadings } from "./readings.ts";
import { loadSettings } from "./settings.ts";
import { isPageOn, isSiteOn } from "./sites.ts";
import { addressOf } from "./tabs.ts";

/**
 * How a tab's page stands, and what was found in it. The background need not run for it; but readings for which the
 * storage had no room are in its memory alone, and `lost` to whoever else asks.
 */
export async function pageSummary(tab: number): Promise<PageSummary> {
  // Nothing waits in turn that need not: each of these is a way to another process and back.
  const asked = { main: stateOf(tab, 0), address: addressOf(tab) };
  const [{ on }, main, frames, site, page] = await Promise.all([
    loadSettings(),
    asked.main,
    liveReadings(tab, asked.main),
    siteOf(asked),
    pageOf(asked),
  ]);
  return { on, site, page, main, frames };
}

type Asked = { main: Promise<FrameState | null>; address: Promise<string | null> };

/** Null where no content script runs: no right to the page, or a browser's own. */
async function stateOf(tab: number, frame: number): Promise<FrameState | null> {
  const reply = await send("frameState", null, { tabId: tab, frameId: frame });
  return reply.ok && isFrameState(reply.value) ? reply.value : null;
}

/** Checked by hand, as `FrameState` has it: a popup would have to wait until the schemas are evaluated. */
export function isFrameState(reply: unknown): reply is FrameState {
  if (typeof reply !== "object" || reply === null) return false;
  const { document, host, state, marks, at, tooltip } = reply as Record<keyof FrameState, unknown>;
  return (
    typeof document === "string" &&
    typeof host === "string" &&
    STATES.some((one) => one === state) &&
    Number.isInteger(marks) &&
    (at === null || Number.isInteger(at)) &&
    (tooltip === null || isTooltip(tooltip))
  );
}
const STATES: readonly FrameState["state"][] = ["waiting", "read", "no-figures", "off", "error"];

function isTooltip(tooltip: unknown): tooltip is FrameState["tooltip"] {
  const { claim, text } = Object(tooltip) as Record<string, unknown>;
  return Number.isInteger(claim) && typeof text === "string";
}

/** The readings of a tab whose documents are still in their frames. */
async function liveReadings(tab: number, main: Asked["main"]): Promise<FrameReading[]> {
  const readings = await loadReadings(tab);
  const states = await Promise.all(readings.map(({ frame }) => (frame === 0 ? main : stateOf(tab, frame))));
  return readings.filter(({ document }, i) => states[i]?.document === document);
}

/** The content script knows its host also where the address is not ours to see. */
async function hostOf({ main, address }: Asked): Promise<string | null> {
  const url = URL.parse((await address) ?? "");
  return url && /^https?:$/.test(url.protocol) ? url.hostname : ((await main)?.host ?? null);
}

async function siteOf(asked: Asked): Promise<PageSummary["site"]> {
  const granting = loadGrants();
  const host = await hostOf(asked);
  if (!host) return null;
  const [on, grants] = await Promise.all([isSiteOn(host), granting]);
  return { host, on, ...accessOf(grants, host) };
}

async function pageOf(asked: Asked): Promise<PageSummary["page"]> {
  const address = await asked.address;
  if (!address || !(await hostOf(asked))) return null;
  // Without the part after `#`, which only says where in the page.
  const page = address.replace(/#.*$/s, "");
  return { address: page, on: await isPageOn(page) };
}
