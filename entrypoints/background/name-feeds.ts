import type { Disagreement } from "../../lib/dataset/merge.ts";

/** Disagreements with the feeds' names in the place of their ids. */
export const nameFeeds = (disagreements: readonly Disagreement[], names: ReadonlyMap<string, string>): Disagreement[] =>
  disagreements.map((one) => ({
    ...one,
    says: one.says.map(({ feed, figure }) => ({ feed: names.get(feed) ?? feed, figure })),
  }));
