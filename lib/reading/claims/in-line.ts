/** What a figure leaves unsaid because an earlier one has said it: its unit, its hedge, its metric. */
import { isMoney } from "../../deals/schema.ts";
import { type Article, type Sentence, sharedYuan } from "../article.ts";
import type { CueWeights } from "../cues.ts";
import type { ReadQuantity } from "../quantities.ts";
import { dealing } from "./metrics.ts";
import type { Attribution, Scene } from "./scene.ts";

/** "800 billion" among dollar amounts is taken for dollars; "19 million customers" for none. */
export function withUnit(quantity: ReadQuantity, article: Article, sentence: Sentence): ReadQuantity {
  if (quantity.generic && sharedYuan.has(quantity.unit)) {
    const yuan = yuanBefore(quantity, article, sentence) ?? article.local;
    if (yuan !== null && yuan !== quantity.unit) return { ...quantity, unit: yuan, unitFrom: "assumed" };
  }
  if (!quantity.bare || !quantity.scaled || quantity.value < 1e6 || isOfThings(quantity, sentence)) return quantity;
  const before = sentence.quantities
    .filter(({ foldedStart, unit }) => foldedStart < quantity.foldedStart && isMoney(unit))
    .at(-1);
  const unit = before?.unit ?? article.currency;
  return unit ? { ...quantity, unit, unitFrom: "assumed" } : quantity;
}

/** Over so many sentences "500億元人民幣" tells whose the next 元 are. */
const longestYuan = 3;

/** The currency of 元 that the text named last, a few sentences before at most; null where it named none. */
function yuanBefore({ foldedStart }: ReadQuantity, { sentences }: Article, { index }: Sentence): string | null {
  for (let at = index; at >= Math.max(0, index - longestYuan); at--) {
    const named = sentences[at]?.quantities.findLast(
      (other) =>
        !other.generic &&
        (other.unit === "CNY" || sharedYuan.has(other.unit)) &&
        (at < index || other.foldedStart < foldedStart),
    );
    if (named) return named.unit;
  }
  return null;
}

/** "19 million customers": what follows says what is counted. */
const isOfThings = ({ foldedEnd }: ReadQuantity, { cues }: Sentence): boolean =>
  cues.some(
    ({ start, cues: names }) => names.includes("jobs") && start >= foldedEnd && start - foldedEnd <= longestGap,
  );
const longestGap = 6;

/**
 * "Over 300 billion for one and 180 for the other": the second figure is said of the same thing as the first, with the
 * same hedge. Adds what is carried on to the figure and to its cues.
 */
export function carryOn(
  quantity: ReadQuantity,
  cues: CueWeights,
  before: { scene: Scene; attribution: Attribution } | undefined,
  sentence: Sentence,
): ReadQuantity {
  if (!before) return quantity;
  const first = before.scene.quantity;
  const { metric } = before.attribution;
  const inLine = isInLine(quantity, first, sentence);
  if (isElliptic(cues)) {
    if (metric === "share-price") cues.sharePrice = Math.max(cues.sharePrice ?? 0, 0.5);
    if (metric.startsWith("valuation") && inLine) cues.valuation = 0.5;
  }
  const hedged = first.qualifier === "over" || first.qualifier === "about";
  return inLine && hedged && quantity.qualifier === "exact" && first.unit === quantity.unit
    ? { ...quantity, qualifier: first.qualifier }
    : quantity;
}

/** Whether no words of its own tell what a figure is. */
const isElliptic = (cues: CueWeights): boolean =>
  (cues.valuation ?? 0) < 0.2 && dealing(cues) < 0.5 && (cues.stake ?? 0) < 0.3;

/** More stands between two figures that are told one by one. */
const longestLink = 45;

/** Whether one figure follows another with little between: "300 for one and 180 for the other". */
function isInLine(quantity: ReadQuantity, first: ReadQuantity, { block, quantities }: Sentence): boolean {
  const place = (one: ReadQuantity): number =>
    quantities.findIndex(({ foldedStart }) => foldedStart === one.foldedStart);
  const between = block.folded.text.slice(first.foldedEnd, quantity.foldedStart);
  return place(quantity) === place(first) + 1 && between.length <= longestLink && !/[.;:()]/.test(between);
}

/** "50 billion dollars (about 765 trillion rupiah)": the same amount in another currency, of the same deal and metric. */
export function restated(
  { quantity, sentence }: Scene,
  before: { scene: Scene; attribution: Attribution } | undefined,
): Attribution | null {
  const first = before?.scene.quantity;
  if (
    !before ||
    !first ||
    !isMoney(quantity.unit) ||
    !isMoney(first.unit) ||
    quantity.unit === first.unit ||
    !quantity.scaled
  )
    return null;
  const between = sentence.block.folded.text.slice(first.foldedEnd, quantity.hedgedFrom);
  if (!isApposition(between) && !isAside(quantity, first, between.length, sentence)) return null;
  return { ...before.attribution, match: null, kin: null, restated: true };
}

/** ", which is about " and the like. */
const longestAside = 22;

/** Whether next to nothing stands between two amounts in two currencies: no name, no word of a part or of another payment. */
function isAside(quantity: ReadQuantity, first: ReadQuantity, length: number, sentence: Sentence): boolean {
  if (length > longestAside || !isConverted(quantity, sentence)) return false;
  const isBetween = ({ start }: { start: number }): boolean => start >= first.foldedEnd && start < quantity.foldedStart;
  return (
    !sentence.mentions.some(isBetween) &&
    !sentence.cues.some(
      (hit) =>
        isBetween(hit) &&
        !hit.cues.includes("comparison") &&
        !hit.cues.every((cue) => cue === "toParty" || cue === "fromParty"),
    )
  );
}

/** A bracket and little else: " (about ", "（約". */
const isApposition = (between: string): boolean => /^[ ,]{0,2}[(（［[][^()（）.;]{0,14}$/u.test(between);

/** Whether the figure is another currency's way of saying the one before: "7 trillion yen, the equivalent of 47 billion dollars". */
export function isConverted(quantity: ReadQuantity, { block, quantities }: Sentence): boolean {
  const before = quantities.findLast(({ foldedEnd }) => foldedEnd <= quantity.foldedStart);
  if (!before || !isMoney(before.unit) || !isMoney(quantity.unit) || before.unit === quantity.unit) return false;
  return (
    quantity.foldedStart - before.foldedEnd <= longestLink &&
    !/[.;]/.test(block.folded.text.slice(before.foldedEnd, quantity.foldedStart))
  );
}
