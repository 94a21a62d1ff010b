/** Turns an attributed figure into the statement that is judged. */
import { timelineOf } from "../../deals/timeline.ts";
import { significantDigits } from "../../deals/units.ts";
import type { ReadQuantity } from "../quantities.ts";
import type { Statement } from "../types.ts";
import { sameDigits } from "../verdict/agreement.ts";
import { whenOf } from "../verdict/evidence.ts";
import { familyOf } from "../verdict.ts";
import { isHeadline, isPlain } from "./certainty.ts";
import { scopeSaid } from "./match-evidence.ts";
import type { Attribution, Scene } from "./scene.ts";
import { sidesOf } from "./sides.ts";

/** How clear a hint must be to change what is compared. */
const clear = 0.55;

export function stateClaim(scene: Scene, attribution: Attribution): Statement {
  const { quantity, cues, wide } = scene;
  const { deal, metric, match, parties, kind, kin, said } = attribution;
  const { scope, of } = scopeOf(attribution, scene);
  const historical = Math.max(cues.past ?? 0, cues.replaced ?? 0) > 0.3 || isHeldAgainstFormer(scene, attribution);
  // A break fee is always told with an "if".
  const condition = metric === "break-fee" ? 0 : (cues.condition ?? 0);
  const tentative = Math.max(cues.target ?? 0, cues.analyst ?? 0, condition) > 0.4;
  return {
    deal: deal.id,
    metric: match && scope !== "whole" && metric === "amount" ? match.metric : metric,
    value: quantity.value,
    valueTo: quantity.valueTo,
    unit: quantity.unit,
    qualifier: quantity.qualifier,
    step: quantity.step,
    scope,
    of,
    historical,
    tentative,
    // The record's very digits, in another currency or with another power of ten, are ground enough of their own.
    explicit:
      (kin !== null || attribution.restated || isTelling(quantity, match)
        ? parties >= (attribution.restated ? 1.9 : 2.1)
        : isPlain(attribution) ||
          isHeadline(attribution, scene) ||
          (parties >= (sidesOf(deal).essential.length === 1 ? 2.8 : 3.3) && said >= 0.4 && kind >= 0.35)) &&
      quantity.unitFrom === "said",
    unitAssumed: quantity.unitFrom === "assumed",
    standing:
      !historical &&
      // "From 183 to 350 billion": the first is what the company was worth before.
      !quantity.opened &&
      scene.series === null &&
      metric.startsWith("valuation") &&
      Math.max(wide.round ?? 0, wide.past ?? 0, cues.valuationPre ?? 0) < 0.45,
  };
}

/**
 * "31 dollars, more than the 30 offered in December": beside the figure that stands, a bound with the former one's number
 * is that one, though the one that stands would agree with it.
 */
function isHeldAgainstFormer({ quantity, sentence, index, days }: Scene, { deal, match }: Attribution): boolean {
  if (quantity.qualifier === "exact" || quantity.qualifier === "about") return false;
  if (match?.factor !== 1 || match.when !== "earlier" || match.distance > 1e-3 || match.converted) return false;
  return timelineOf(deal, index).figures.some(
    (timed) =>
      familyOf(timed.figure.metric) === familyOf(match.metric) &&
      whenOf(timed, days) === "at-date" &&
      sentence.quantities.some(
        (other) => other !== quantity && other.unit === timed.figure.unit && sameDigits(other, timed.number),
      ),
  );
}

/** A power of ten off, with more digits than chance brings. */
const isTelling = ({ value }: ReadQuantity, match: Attribution["match"]): boolean =>
  match !== null && match.factor !== 1 && significantDigits(value) >= 2;

function scopeOf(attribution: Attribution, scene: Scene): Pick<Statement, "scope" | "of"> {
  const { deal, match, payer } = attribution;
  const { cues, nearness } = scene;
  if (match) {
    const { figure } = match.timed;
    if (figure.scope === "reference") return { scope: "whole" };
    // A fee that is given for the price is no party's part of it.
    if (figure.metric === "break-fee" && attribution.metric !== "break-fee") return { scope: "whole" };
    if (figure.scope !== "whole") {
      const said = otherHolder(attribution, scene);
      if (said) return { scope: figure.scope, of: said };
      // A number that is the record's part is taken for that part, unless the text speaks of the whole and the number
      // is the whole's with a digit too few or too many.
      return { scope: figure.scope, ...(figure.of ? { of: figure.of } : {}) };
    }
    if (match.factor === 1) {
      if (
        figure.metric !== "share-price" &&
        (cues.each ?? 0) > 0.8 &&
        deal.events.some(({ figures }) => figures.some(({ scope }) => scope === "part"))
      )
        return { scope: "part" };
      return { scope: "whole", ...(isPaidByOne(deal, scene) ? soleParty(deal, nearness.subjects) : {}) };
    }
    return { scope: "whole" };
  }
  if (attribution.kin) {
    const { scope, of } = attribution.kin;
    return scope === "part" ? { scope } : of === undefined ? { scope: "whole" } : { scope: "party", of };
  }
  for (const scope of ["yearly", "added", "remaining", "condition", "cumulative"] as const)
    if ((cues[scope] ?? 0) > clear) return { scope };
  if (scopeSaid({ scope: "part" }, cues) > clear) return { scope: "part" };
  return { scope: "whole", ...(payer === undefined ? soleParty(deal, nearness.bound) : { of: payer }) };
}

/** "Teck shareholders will own 62.4 %", where that is Anglo's share and the record has another for Teck. */
function otherHolder({ deal, match }: Attribution, scene: Scene): string | null {
  const { nearness, cues, sentence, quantity } = scene;
  const figure = match?.timed.figure;
  if (!figure?.of) return null;
  if (figure.metric === "break-fee" && (cues.receive ?? 0) < 0.3) {
    const payer = feePayer(deal, scene);
    if (payer !== null) return payer === figure.of ? null : payer;
  }
  // "The other 37.6 % goes to the Canadians": the name before belongs to the clause before.
  if ((cues.remaining ?? 0) > 0.3 || isCutOff(sentence, quantity)) return null;
  if (nearness.bound.has(figure.of)) return null;
  const same = deal.events.flatMap(({ figures }) =>
    figures.filter(({ metric, scope }) => metric === figure.metric && scope === "party"),
  );
  const others = new Set(same.flatMap(({ of }) => of ?? []));
  const named = [...others].filter(
    (party) => nearness.subjects.has(party) || (nearness.bound.has(party) && !hasOwn(party, scene)),
  );
  if (named.length === 1) return named[0] as string;
  // "A title of xAI comes to 526.59 dollars", which is the price of the other company's share.
  const priced = figure.metric === "share-price" ? deal.parties.filter(({ party }) => nearness.bound.has(party)) : [];
  return priced.length === 1 ? (priced[0]?.party ?? null) : null;
}

/** "Texas Instruments would owe Silicon Labs 259 million": of the sides that the clause names before the fee, the first. */
function feePayer(deal: Attribution["deal"], { nearness, sentence, quantity }: Scene): string | null {
  const sides = new Set(deal.parties.map(({ party }) => party));
  const first = sentence.mentions.find(
    ({ party, end }) =>
      party !== undefined && sides.has(party) && nearness.subjects.has(party) && end <= quantity.foldedStart,
  );
  return first?.party ?? null;
}

/** Whether the party is named behind the figure, and has another of the kind behind its own name. */
const hasOwn = (party: string, { sentence, quantity }: Scene): boolean =>
  sentence.mentions.some(
    (mention) =>
      mention.party === party &&
      mention.start >= quantity.foldedEnd &&
      sentence.quantities.some(({ unit, foldedStart }) => unit === quantity.unit && foldedStart > mention.end),
  );

/** Whether a comma stands between the figure and the name before it. */
function isCutOff(sentence: Scene["sentence"], { foldedStart }: ReadQuantity): boolean {
  if (isAllOfOne(sentence)) return false;
  const { mentions, block } = sentence;
  const before = mentions.findLast(({ end }) => end <= foldedStart);
  return before !== undefined && /[,，、،]/.test(block.folded.text.slice(before.end, foldedStart));
}

/** "Iliad, the owner of Free, would take 27 %": one figure, and one name, whose description the commas hold. */
function isAllOfOne({ mentions, quantities, block, start }: Scene["sentence"]): boolean {
  const [first] = mentions;
  if (!first || quantities.length > 1 || mentions.some(({ party }) => party !== first.party)) return false;
  return first.start - start <= longestOpening && /^ ?[,，、،]/.test(block.folded.text.slice(first.end, first.end + 2));
}

/** "As for", "quant à". */
const longestOpening = 12;

/** Whether one of several payers is said to pay it all: not in "raised 122 billion, led by Amazon". */
const isPaidByOne = (deal: Attribution["deal"], { cues, wide }: Scene): boolean =>
  sidesOf(deal).payers.size > 1 &&
  Math.max(cues.invest ?? 0, cues.pay ?? 0, wide.pay ?? 0) > 0.5 &&
  (wide.receive ?? 0) < 0.3;

/** The one payer that the figure's own words name. */
function soleParty(deal: Attribution["deal"], near: ReadonlySet<string>): { of?: string } {
  const { payers } = sidesOf(deal);
  const named = [...payers].filter((party) => near.has(party));
  return named.length === 1 ? { of: named[0] as string } : {};
}
