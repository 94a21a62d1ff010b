/** What updating feeds needs of the browser: an alarm, a lock, and a place where pages see how far it is. */
import { browser } from "wxt/browser";
import * as z from "zod/mini";
import { FeedProgress } from "../feeds-protocol.ts";
import { DEFAULTS, type Settings, settingsFrom } from "../settings.ts";
import { listen } from "./listen.ts";

const ALARM = "feeds";
const STATUS = "feeds-status";
/** So often at most is progress told: each telling also shows the browser that the background is not idle. */
const TELL_MS = 150;

/** Calls `due` when the alarm goes off. Call while the background script starts. */
export function onFeedsDue(due: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) due();
  });
}

/** Sets the alarm; null takes it away. */
export async function scheduleFeeds(at: Date | null): Promise<void> {
  if (at === null) await browser.alarms.clear(ALARM);
  else await browser.alarms.create(ALARM, { when: at.getTime() });
}

/** Whether the alarm is set. Firefox forgets alarms when it closes, Chrome when an extension is updated. */
export const isScheduled = async (): Promise<boolean> => (await browser.alarms.get(ALARM)) !== undefined;

/**
 * Runs `work` where nobody else does, in any context of the extension. The browser frees the lock when its holder is
 * stopped.
 *
 * @returns null where somebody else is at work
 */
export function withFeedsLock<T>(work: () => Promise<T>): Promise<T | null> {
  return navigator.locks.request("dealmark-feeds", { ifAvailable: true }, (lock) =>
    lock ? work() : null,
  ) as Promise<T | null>;
}

const Status = z.object({
  progress: z.nullable(FeedProgress),
  /** Changes with every change that a page should show. */
  stamp: z.number(),
});
type Status = z.infer<typeof Status>;

/** Tells the extension's pages how far an update is. */
export function createStatus() {
  let status: Status = { progress: null, stamp: 0 };
  let told = 0;
  let later: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    clearTimeout(later);
    later = undefined;
    told = Date.now();
    void browser.storage.session.set({ [STATUS]: status });
  };
  return {
    progress(progress: FeedProgress | null): void {
      const isStep = progress?.phase !== status.progress?.phase || progress?.feed !== status.progress?.feed;
      status = { ...status, progress };
      if (isStep || Date.now() - told >= TELL_MS) tell();
      // The last word must be told, too: a host may fall silent after it.
      else later ??= setTimeout(tell, TELL_MS);
    },
    changed(): void {
      status = { ...status, stamp: Math.max(Date.now(), status.stamp + 1) };
      tell();
    },
  };
}

/** Calls `changed` with the progress now and whenever something about feeds changes, until `signal` aborts. */
export function watchFeeds(changed: (progress: FeedProgress | null) => void, signal: AbortSignal): void {
  const read = (value: unknown) => {
    const status = Status.safeParse(value);
    changed(status.success ? status.data.progress : null);
  };
  const listener = (changes: Record<string, { newValue?: unknown }>) => {
    const change = changes[STATUS];
    if (change) read(change.newValue);
  };
  listen(browser.storage.session.onChanged, listener, signal);
  void browser.storage.session.get(STATUS).then((stored) => read(stored[STATUS]));
}

/** Settings and the user's own data in `storage.local`, for a backup. */
export const userStorage = {
  read: (): Promise<Record<string, unknown>> => browser.storage.local.get(null),
  async write(values: Record<string, unknown>): Promise<void> {
    const old = Object.keys(await browser.storage.local.get(null)).filter((key) => !Object.hasOwn(values, key));
    await browser.storage.local.set(values);
    if (old.length > 0) await browser.storage.local.remove(old);
  },
  /** What has a schema is held against it. What a later version stores beside is taken as it is: only that one reads it. */
  accepts(key: string, value: unknown): boolean {
    const name = /^setting:(.+)$/.exec(key)?.[1] as keyof Settings | undefined;
    if (name !== undefined && Object.hasOwn(DEFAULTS, name)) return settingsFrom({ [name]: value })[name] === value;
    if (key.startsWith("site-off:")) return value === true;
    return true;
  },
};
