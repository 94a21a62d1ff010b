/**
 * Which sites may be read: the user's grants, and the content scripts that follow from them.
 *
 * A grant is an optional host permission, asked for from a click and revocable at any time, here or in the browser's own
 * settings. The browser keeps the list; nothing is stored beside it.
 */
import { browser } from "wxt/browser";
import { covers, hostOfPattern } from "../news-sites.ts";
import { feedHosts } from "./feed-hosts.ts";

/** The name of the content script registered for granted sites. */
const SCRIPT = "granted-sites";

/** Patterns the manifest has asked for: on Gate's sites the content script is declared. */
export const declaredSites = (): string[] =>
  (browser.runtime.getManifest().content_scripts ?? []).flatMap(({ matches }) => matches ?? []);

/** The content script's files, which serve all other sites, too. Firefox names them by whole addresses and takes paths only. */
export function contentFiles(): { js: string[]; css: string[] } {
  const paths = (files: string[] = []) => files.map((file) => new URL(file, location.origin).pathname);
  const [script] = browser.runtime.getManifest().content_scripts ?? [];
  return { js: paths(script?.js), css: paths(script?.css) };
}

/** Match patterns of what may be read, by whose word. */
export type Grants = {
  /** By the manifest's, as far as the user has not taken it back. */
  declared: string[];
  /** By the user's, without feeds' hosts. */
  granted: string[];
};

export async function loadGrants(): Promise<Grants> {
  const [{ origins = [] }, feeds] = await Promise.all([browser.permissions.getAll(), feedHosts()]);
  const declared = declaredSites();
  const required = (browser.runtime.getManifest().host_permissions ?? []) as string[];
  const own = new Set([...declared, ...required, ...feeds]);
  return {
    declared: declared.filter((pattern) => origins.includes(pattern)),
    granted: origins.filter((origin) => !own.has(origin)).sort(),
  };
}

/** The patterns that the user has granted for reading, without those of the manifest and of feeds' hosts. */
export const grantedSites = async (): Promise<string[]> => (await loadGrants()).granted;

/**
 * Asks the user for sites. Call it from a click, before anything is awaited: browsers show the question only then.
 *
 * @param patterns match patterns
 * @returns whether the user agreed
 */
export const askForSites = (patterns: readonly string[]): Promise<boolean> =>
  browser.permissions.request({ origins: [...patterns] });

/** Gives a grant back. Its pages lose their marks at once. */
export async function revokeSites(patterns: readonly string[]): Promise<void> {
  if (patterns.length > 0) await browser.permissions.remove({ origins: [...patterns] });
}

/**
 * Whether pages of `host` are read unasked, by the manifest (`always`) or by the user's grant; and the narrowest grant that
 * covers it, so that it can be given back: null where there is none.
 */
export function accessOf(
  { declared, granted }: Grants,
  host: string,
): { access: "always" | "granted" | "none"; grant: string | null } {
  const covering = granted.filter((pattern) => covers(pattern, host));
  const grant = covering.find((pattern) => hostOfPattern(pattern) !== null) ?? covering[0] ?? null;
  if (declared.some((pattern) => covers(pattern, host))) return { access: "always", grant };
  return { access: grant === null ? "none" : "granted", grant };
}

/** Whether pages of `host` are read unasked. The user may have taken back even what the manifest asks for. */
export const isGranted = async (host: string): Promise<boolean> => accessOf(await loadGrants(), host).access !== "none";

/**
 * Registers the content script for what is granted now. Registrations survive restarts, but Chrome drops them when the
 * extension is updated, and a grant may change while the background is not running: call it at install and at start.
 */
export function registerGranted(): Promise<void> {
  // One after the other: two at a time would both find nothing registered, and the second fail.
  registering = registering.then(register, register);
  return registering;
}
let registering: Promise<void> = Promise.resolve();

async function register(): Promise<void> {
  const matches = (await grantedSites()).filter((pattern) => /^(?:\*|https?):/.test(pattern));
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT] });
  if (matches.length === 0) {
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT] });
    return;
  }
  const registration = {
    id: SCRIPT,
    matches,
    // Granted "all sites" includes those where the script is declared: there it would run twice.
    excludeMatches: declaredSites(),
    ...contentFiles(),
    ...(import.meta.env.FIREFOX ? { cssOrigin: "user" as const } : {}),
    allFrames: true,
    matchOriginAsFallback: true,
    runAt: "document_idle" as const,
    persistAcrossSessions: true,
  };
  if (registered.length > 0) await browser.scripting.updateContentScripts([registration]);
  else await browser.scripting.registerContentScripts([registration]);
}

/**
 * Calls `granted` and `revoked` with the patterns that the user has just granted or given back, here or in the browser's
 * settings. Call while the background script starts.
 */
export function watchGrants(granted: (patterns: string[]) => void, revoked: (patterns: string[]) => void): void {
  browser.permissions.onAdded.addListener(async ({ origins = [] }) => {
    const feeds = await feedHosts();
    const sites = origins.filter((origin) => !feeds.includes(origin));
    if (sites.length > 0) granted(sites);
  });
  browser.permissions.onRemoved.addListener(({ origins = [] }) => {
    if (origins.length > 0) revoked(origins);
  });
}

/** Calls `changed` whenever grants change, until `signal` aborts: for pages that show them. */
export function watchGrantChanges(changed: () => void, signal: AbortSignal): void {
  const { onAdded, onRemoved } = browser.permissions;
  onAdded.addListener(changed);
  onRemoved.addListener(changed);
  signal.addEventListener(
    "abort",
    () => {
      onAdded.removeListener(changed);
      onRemoved.removeListener(changed);
    },
    { once: true },
  );
}
