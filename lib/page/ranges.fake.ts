/** Static ranges for unit tests: happy-dom has none. */
import { setTo } from "./ranges.ts";

export class FakeStaticRange {
  readonly startContainer: Node;
  readonly startOffset: number;
  readonly endContainer: Node;
  readonly endOffset: number;

  constructor({ startContainer, startOffset, endContainer, endOffset }: StaticRangeInit) {
    this.startContainer = startContainer;
    this.startOffset = startOffset;
    this.endContainer = endContainer;
    this.endOffset = endOffset;
  }
}

/** The text under a range as it is now; null where it has gone. */
export const textOf = (range: StaticRange): string | null => setTo(document.createRange(), range)?.toString() ?? null;
