/**
 * The articles under way, block by block: pages send what changed, reading needs the whole.
 *
 * Kept in memory alone. A background that was stopped has forgotten them and says so; then the page sends all it has.
 */
import type { PagePart, PageText } from "../../lib/protocol.ts";
import type { Block } from "../../lib/reading/types.ts";

/** Articles are some tens of kilobytes; more tabs than these are rarely changing at the same time. */
const MOST = 40;

export type Articles = {
  /** Takes in blocks ahead of the others, with which `update` comes. */
  keep(tab: number, frame: number, part: PagePart): void;
  /**
   * Takes in what changed.
   *
   * @returns all blocks in reading order, unchanged ones as the same objects as before; null where some are not known
   */
  update(tab: number, frame: number, page: PageText): Block[] | null;
  /** Whether these blocks, which `update` gave, are what it gave last, and the article has not been forgotten. */
  isLatest(tab: number, frame: number, blocks: readonly Block[]): boolean;
  /** Forgets a document; the next one in its frame stays. */
  forget(tab: number, frame: number, document: string): void;
};

export function createArticles(): Articles {
  const kept = new Map<string, { document: string; blocks: Map<number, Block> }>();
  /** By frame: what was given last. Held weakly: it is of use only while it is being read. */
  const latest = new Map<string, { document: string; blocks: WeakRef<readonly Block[]> }>();
  const known = (key: string, document: string): ReadonlyMap<number, Block> => {
    const before = kept.get(key);
    return before?.document === document ? before.blocks : new Map();
  };
  /** Set anew, it is the youngest; the oldest goes first. */
  const set = (key: string, document: string, blocks: Map<number, Block>): void => {
    kept.delete(key);
    kept.set(key, { document, blocks });
    for (const oldest of kept.keys()) {
      if (kept.size <= MOST) break;
      kept.delete(oldest);
    }
  };
  return {
    keep(tab, frame, { document, blocks }) {
      const key = `${tab}:${frame}`;
      const all = new Map(known(key, document));
      for (const block of blocks) all.set(block.id, block);
      set(key, document, all);
    },
    update(tab, frame, page) {
      const key = `${tab}:${frame}`;
      const before = known(key, page.document);
      const changed = new Map<number, Block>(page.blocks.map((block) => [block.id, block]));
      const blocks: Block[] = [];
      for (const id of page.order) {
        const block = changed.get(id) ?? before.get(id);
        if (!block) {
          kept.delete(key);
          return null;
        }
        blocks.push(block);
      }
      latest.set(key, { document: page.document, blocks: new WeakRef(blocks) });
      set(key, page.document, new Map(blocks.map((block) => [block.id, block])));
      return blocks;
    },
    isLatest(tab, frame, blocks) {
      return latest.get(`${tab}:${frame}`)?.blocks.deref() === blocks;
    },
    forget(tab, frame, document) {
      const key = `${tab}:${frame}`;
      for (const by of [latest, kept]) if (by.get(key)?.document === document) by.delete(key);
    },
  };
}
