/** Reads the page, asks the background what it says, and keeps the marks up to date. */
import { type Layout, type PlacedBlock, readBlocks } from "../../lib/page/blocks.ts";
import type { Marks } from "../../lib/page/marks.ts";
import { readMetadata } from "../../lib/page/metadata.ts";
import type { Result } from "../../lib/platform/result.ts";
import type { FrameState, Mark, PageMarks, PageText } from "../../lib/protocol.ts";
import type { Block } from "../../lib/reading/types.ts";

/** The background stopped or is being replaced by an upgrade: ask once more, after so many milliseconds. */
const RETRY_MS = 1500;
/** As in `protocol.ts`, which would bring zod with it. What stands beyond is not read. */
const MAX_BLOCKS = 20_000;
const MAX_TEXT = 1_000_000;

export type PageReaderOptions = {
  document: Document;
  marks: Marks;
  /** Whether a text may hold an amount at all: asked of every block, so that most pages end here. */
  mayHoldQuantity(text: string): boolean;
  readPage(page: PageText): Promise<Result<PageMarks>>;
  /** Called when the marks have changed. */
  changed(): void;
  signal: AbortSignal;
};

export type PageReader = {
  /**
   * Reads the page and marks what the background finds.
   *
   * @param again asks the background even if the text is what it was
   */
  read(again?: boolean): Promise<void>;
  readonly roots: readonly Element[];
  readonly state: FrameState["state"];
  /** Names this document to the background. */
  readonly document: string;
};

export function createPageReader({
  document,
  marks,
  mayHoldQuantity,
  readPage,
  changed,
  signal,
}: PageReaderOptions): PageReader {
  // `randomUUID` is missing from pages served without TLS.
  const id = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("");
  const layout: Layout = { styleOf: (element) => getComputedStyle(element) };
  let blocks: Block[] = [];
  let placed: PlacedBlock[] = [];
  let roots: readonly Element[] = [];
  let found: readonly Mark[] = [];
  let state: FrameState["state"] = "waiting";
  let asked = "";
  let turn = 0;

  return {
    async read(again = false) {
      const article = readBlocks(document, layout, blocks);
      ({ blocks, placed, roots } = article);
      const readable = within(blocks);
      const hasFigures = readable.some((block) => mayHoldQuantity(block.text));
      if (!hasFigures && asked === "") {
        state = "no-figures";
        return;
      }
      const page: PageText = { document: id, ...readMetadata(document), blocks: hasFigures ? readable : [] };
      const question = JSON.stringify(page);
      if (question === asked && !again) {
        // The same text in other nodes: a page that draws itself anew.
        show();
        return;
      }
      asked = question;
      const mine = ++turn;
      const result = await askTwice(page);
      // A later reading has been sent meanwhile: its answer counts.
      if (mine !== turn || signal.aborted) return;
      found = result.ok && result.value.state === "read" ? result.value.marks : [];
      state = !result.ok ? "error" : result.value.state === "off" ? "off" : hasFigures ? "read" : "no-figures";
      // Not answered: the next change asks again, whatever it is. (Not "": the background may hold an older reading.)
      if (!result.ok) asked = " ";
      show();
      changed();
    },
    get roots() {
      return roots;
    },
    get state() {
      return state;
    },
    document: id,
  };

  async function askTwice(page: PageText): Promise<Result<PageMarks>> {
    const result = await readPage(page);
    if (result.ok || result.error.code !== "no-answer") return result;
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    return signal.aborted ? result : readPage(page);
  }

  function show(): void {
    const pieces = new Map(placed.map((one) => [one.block.id, one.pieces]));
    marks.show(
      found.flatMap((mark) => {
        const of = pieces.get(mark.block);
        return of ? [{ ...mark, pieces: of }] : [];
      }),
    );
  }
}

/** The blocks that a message may carry. */
function within(blocks: readonly Block[]): Block[] {
  let length = 0;
  const kept: Block[] = [];
  for (const block of blocks.slice(0, MAX_BLOCKS)) {
    length += block.text.length;
    if (length > MAX_TEXT) break;
    kept.push(block);
  }
  return kept;
}
