/** Pages about a small made-up dataset, for tests of reading from end to end. */
import type { IsoDate } from "../deals/schema.ts";
import { type Article, prepareArticle } from "./article.ts";
import { index } from "./dataset.fake.ts";
import { read } from "./read.ts";
import type { Block, Claim, Page, Reading } from "./types.ts";

type BlockInput = string | (Partial<Block> & { text: string });

/** Reads an English article of 21 February 2026, unless told otherwise, as of 1 June 2026 likewise. */
export function readArticle(
  blocks: BlockInput | BlockInput[],
  page: Partial<Page> = {},
  asOf: IsoDate = "2026-06-01",
): Reading {
  const all = (Array.isArray(blocks) ? blocks : [blocks]).map(
    (block, id): Block => ({
      id,
      role: "text",
      ...(typeof block === "string" ? { text: block } : block),
    }),
  );
  return read({ lang: "en", published: "2026-02-21", ...page, blocks: all }, index, { asOf });
}

/** A claim in a line: "acme-borealis-2026 amount: $30 billion confirmed". */
export const inLine = ({ deal: of, metric, text, verdict, reason, factor }: Claim): string =>
  [`${of} ${metric}: ${text} ${verdict}`, reason, factor].filter((part) => part !== null).join(" ");

export const claimsOf = (blocks: BlockInput | BlockInput[], page: Partial<Page> = {}): string[] =>
  readArticle(blocks, page).claims.map(inLine);

/** Blocks of English made ready, up to where claims begin. */
export const prepare = (...texts: string[]): Article =>
  prepareArticle({ lang: "en", blocks: texts.map((text, id) => ({ id, text, role: "text" })) }, index) as Article;
