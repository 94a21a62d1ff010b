/** What the background answers about feeds. Everything it needs comes in, so that tests answer from memory. */
import { PACKAGE_FEED } from "../../lib/dataset/in-use.ts";
import { exportBackup, importBackup, readBackup, type UserStorage } from "../../lib/feeds/backup.ts";
import { type FeedsDatabase, readSettings } from "../../lib/feeds/database.ts";
import { FeedError } from "../../lib/feeds/errors.ts";
import type { FeedManager, FollowedFeed } from "../../lib/feeds/manager.ts";
import { clearNotices, setNotices } from "../../lib/feeds/notices.ts";
import type { FeedsState, FeedView, feedsProtocol } from "../../lib/feeds-protocol.ts";
import { changeViewOf } from "../../lib/interface/change-view.ts";
import type { Interface } from "../../lib/interface/i18n.ts";
import type { BackgroundHandlers } from "../../lib/platform/answering.ts";
import { success } from "../../lib/platform/result.ts";
import type { Library } from "./library.ts";
import { nameFeeds } from "./name-feeds.ts";

export type FeedHandlers = Pick<BackgroundHandlers, keyof typeof feedsProtocol>;

export type FeedNeeds = {
  manager: FeedManager;
  feeds: FeedsDatabase;
  library: Library;
  storage: UserStorage;
  mayFetch(url: string): Promise<boolean>;
  /** Other data may be in use now. */
  dataChanged(): Promise<void>;
  changed(): void;
  ui(): Promise<Interface>;
  now(): Date;
};

export function createFeedAnswers(needs: FeedNeeds): FeedHandlers {
  const { manager, feeds: db } = needs;
  return {
    async feedsState() {
      const [followed, notices, { notices: tellNotices }, opened] = await Promise.all([
        manager.all(),
        db.notices.toArray(),
        readSettings(db),
        needs.library.open(),
      ]);
      const names = new Map(followed.map(({ feed }) => [feed.id, feed.name]));
      return success<FeedsState>({
        feeds: await Promise.all(followed.map(viewOf)),
        notices: notices.map(({ deal, name }) => ({ deal, name })),
        tellNotices,
        disagreements: opened.ok ? nameFeeds(opened.value.disagreements, names) : [],
      });
    },
    async updateFeeds({ feed }) {
      // The end is not awaited: it may take longer than a message is kept open.
      const began = new Promise<boolean>((resolve) => {
        const ran = manager.update(feed === null ? "all" : { feed }, () => resolve(true));
        void ran.catch(reportFailure).finally(() => resolve(false));
      });
      return success(await began);
    },
    async feedChanges({ feed }) {
      const found = await manager.changes(feed);
      const ui = await needs.ui();
      return success(found && { ...found, changes: found.changes.map((change) => changeViewOf(change, ui)) });
    },
    async undoFeed({ feed }) {
      return success(await manager.undo(feed));
    },
    async resumeFeed({ feed }) {
      await manager.resume(feed);
      void manager.update({ feed }).catch(reportFailure);
      return success(true);
    },
    async setFeed({ feed, ...parts }) {
      await manager.set(feed, parts);
      return success(true);
    },
    async moveFeed({ feed, by }) {
      await manager.move(feed, by);
      return success(true);
    },
    async removeFeed({ feed }) {
      return success(await manager.remove(feed));
    },
    async previewFeed({ url: typed }) {
      try {
        const { url, root, rootDigest, head, catalog, isKnown } = await manager.preview(typed);
        const keysOf = (role: "root" | "head") => root.roles[role].keys.map((fingerprint) => ({ role, fingerprint }));
        return success({
          is: "feed" as const,
          url,
          name: root.name,
          version: head.version,
          published: head.published.slice(0, 10),
          deals: catalog.counts.deals,
          keys: [...keysOf("root"), ...keysOf("head")],
          rootDigest,
          isKnown,
        });
      } catch (error) {
        return success({ is: "error" as const, code: codeOf(error) });
      }
    },
    async addFeed({ url, rootDigest }) {
      try {
        const { id } = await manager.add(url, rootDigest);
        void manager.update({ feed: id }).catch(reportFailure);
        return success(null);
      } catch (error) {
        return success(codeOf(error));
      }
    },
    async clearNotices() {
      await clearNotices(db);
      needs.changed();
      return success(true);
    },
    async tellNotices({ on }) {
      await setNotices(db, on);
      needs.changed();
      return success(true);
    },
    async exportBackup() {
      return success(JSON.stringify(await exportBackup(db, needs.storage, needs.now()), null, 2));
    },
    async readBackup({ text }) {
      const read = readBackup(text, needs.storage);
      if (read.is !== "whole") return success({ is: read.is });
      const { made, feeds } = read.backup;
      return success({
        is: "whole" as const,
        made: made.slice(0, 10),
        feeds: feeds.map(({ id, name, url }) => ({ id, name, url })),
      });
    },
    async importBackup({ text }) {
      const imported = await importBackup(text, db, needs.storage);
      if (imported.is === "done") {
        await needs.dataChanged();
        await manager.reschedule();
        needs.changed();
      } else console.warn(`A backup was refused: ${imported.why}`);
      return success(imported.is);
    },
  };

  async function viewOf({ feed, current, before, pinned }: FollowedFeed): Promise<FeedView> {
    return {
      id: feed.id,
      name: feed.name,
      url: feed.url,
      on: feed.on,
      auto: feed.auto,
      periodHours: feed.periodHours,
      own: feed.id === PACKAGE_FEED,
      allowed: feed.url === null || (await needs.mayFetch(feed.url)),
      current: current && {
        version: current.version,
        date: current.version.slice(0, 10),
        deals: current.counts.deals,
      },
      before: before?.version ?? null,
      pinned,
      last: feed.last,
    };
  }
}

/** What a feed or its host does wrong is recorded with the feed; this is the database, or ourselves. */
export const reportFailure = (error: unknown): void => console.error("Feeds could not be updated:", error);

function codeOf(error: unknown): string {
  if (error instanceof FeedError) return error.code;
  console.error("A feed could not be looked at:", error);
  return "failed";
}
