/** Builds the graph of who has which deals, page by page; see `deal-graph.ts`, which answers from it. */
import type { Deal, Party } from "../deals/schema.ts";
import { essentialParties } from "../reading/claims/sides.ts";
import { createTextTable, growing } from "../reading/text-table.ts";
import { type DealGraph, partyKinds } from "./deal-graph.ts";
import type { Dated } from "./deal-index.ts";
import { recordStarts } from "./pages.ts";

export type GraphBuilder = {
  addParty(party: Pick<Party, "id" | "kind">): void;
  /** The deals of the next page, in the order of their ids, and its text. */
  addPage(deals: readonly Deal[], text: string): void;
  /** Yields where there is time for a pause. */
  finish(): Generator<undefined, DealGraph, undefined>;
};

/** Between two pauses: some milliseconds' work. */
const DEALS_A_STEP = 4096;

export function createGraph(): GraphBuilder {
  const parties = createTextTable();
  /** By party. */
  const kindOf = growing(Uint16Array);
  const ids = createTextTable();
  /** By text of `ids`: 1 + the number of the deal, 0 where it is only referred to. */
  const numbers = growing(Uint32Array);
  const order = createOrder();
  /** Pairs: a deal, and the text in `ids` of one that it refers to, or is a part of. */
  const linked = growing(Uint32Array);
  const partOfs = growing(Uint32Array);
  const pageStarts = growing(Uint32Array);
  const textStarts = growing(Uint32Array);
  const partyStarts = growing(Uint32Array);
  const partiesOf = growing(Uint32Array);
  pageStarts.push(0);
  partyStarts.push(0);

  return {
    addParty({ id, kind }) {
      const party = partyOf(id);
      kindOf.items[party] = partyKinds.indexOf(kind) + 1;
    },
    addPage(page, pageText) {
      for (const start of recordStarts(pageText)) textStarts.push(start);
      textStarts.push(pageText.length);
      for (const deal of page) {
        const essential = essentialParties(deal);
        for (const party of new Set(deal.parties.map((one) => one.party)))
          partiesOf.push(partyOf(party) * 2 + Number(essential.has(party)));
        partyStarts.push(partiesOf.length);
        const number = order.add(deal);
        numbers.items[textOf(deal.id)] = number + 1;
        const { supersededBy, partOf } = deal;
        for (const id of [supersededBy, partOf]) if (id !== undefined) pushPair(linked, number, textOf(id));
        if (partOf !== undefined) pushPair(partOfs, number, textOf(partOf));
      }
      pageStarts.push(order.length);
    },
    *finish() {
      const starts = partyStarts.done();
      const entries = partiesOf.done();
      yield;
      const { dealStarts, dealsOf } = yield* turnRound(parties.length, starts, entries, order.oldestFirst);
      const links = yield* resolved(linked.done(), numbers.items);
      const parts = turned(yield* resolved(partOfs.done(), numbers.items));
      yield;
      const kindsOfParties = Uint8Array.from(kindOf.done());
      yield;
      return {
        parties: parties.finish(),
        kinds: kindsOfParties,
        dealStarts,
        dealsOf,
        partyStarts: starts,
        partiesOf: entries,
        pageStarts: pageStarts.done(),
        textStarts: textStarts.done(),
        links,
        parts,
      };
    },
  };

  /** The number of a party, from 0 on in the order in which they came first. */
  function partyOf(id: string): number {
    const party = parties.add(id);
    if (party === kindOf.length) kindOf.push(0);
    return party;
  }

  /** The number of a deal's id, whether or not that deal has come. */
  function textOf(id: string): number {
    const text = ids.add(id);
    if (text === numbers.length) numbers.push(0);
    return text;
  }
}

/**
 * Days and ids of deals, by which they are put in order, as bytes: a hundred thousand objects would be most of what the
 * collector has to look after while an index is built.
 */
function createOrder() {
  const days = growing(Uint32Array);
  const idUnits = growing(Uint16Array);
  const idStarts = growing(Uint32Array);
  idStarts.push(0);
  return {
    /** @returns its number */
    add({ id, events }: Dated): number {
      for (let i = 0; i < id.length; i++) idUnits.push(id.charCodeAt(i));
      idStarts.push(idUnits.length);
      return days.push(Number((events[0]?.date ?? "").replaceAll("-", "")));
    },
    get length() {
      return days.length;
    },
    /** As `oldestFirst` of `deal-index.ts`, by their numbers. */
    oldestFirst(a: number, b: number): number {
      const byDay = (days.items[a] as number) - (days.items[b] as number);
      if (byDay !== 0) return byDay;
      const [endA, endB] = [idStarts.items[a + 1] as number, idStarts.items[b + 1] as number];
      let [i, j] = [idStarts.items[a] as number, idStarts.items[b] as number];
      for (; i < endA && j < endB; i++, j++) {
        const byUnit = (idUnits.items[i] as number) - (idUnits.items[j] as number);
        if (byUnit !== 0) return byUnit;
      }
      return endA - i - (endB - j);
    },
  };
}

/** From each deal's parties to each party's deals. */
function* turnRound(
  parties: number,
  partyStarts: Uint32Array,
  partiesOf: Uint32Array,
  oldestFirst: (a: number, b: number) => number,
): Generator<undefined, Pick<DealGraph, "dealStarts" | "dealsOf">, undefined> {
  const dealStarts = new Uint32Array(parties + 1);
  for (const entry of partiesOf) {
    const next = (entry >> 1) + 1;
    dealStarts[next] = (dealStarts[next] as number) + 1;
  }
  for (let party = 0; party < parties; party++)
    dealStarts[party + 1] = (dealStarts[party + 1] as number) + (dealStarts[party] as number);
  const next = dealStarts.slice();
  yield;
  const dealsOf = new Uint32Array(partiesOf.length);
  for (let deal = 0; deal < partyStarts.length - 1; deal++) {
    if (deal % DEALS_A_STEP === 0) yield;
    for (let i = partyStarts[deal] as number; i < (partyStarts[deal + 1] as number); i++) {
      const party = (partiesOf[i] as number) >> 1;
      dealsOf[next[party] as number] = deal;
      next[party] = (next[party] as number) + 1;
    }
  }
  for (let party = 0; party < parties; party++) {
    if (party % DEALS_A_STEP === 0) yield;
    const own = dealsOf.subarray(dealStarts[party], dealStarts[party + 1]);
    if (own.length > 1) own.sort(oldestFirst);
  }
  return { dealStarts, dealsOf };
}

function pushPair(pairs: { push(item: number): number }, one: number, other: number): void {
  pairs.push(one);
  pairs.push(other);
}

/** Pairs of a deal and a text as pairs of deals, in their order. References to what is not there lead nowhere. */
function* resolved(
  pairs: Uint32Array,
  numbers: Uint32Array,
): Generator<undefined, Uint32Array<ArrayBuffer>, undefined> {
  const found = growing(Uint32Array);
  for (let i = 0; i < pairs.length; i += 2) {
    if (i % DEALS_A_STEP === 0) yield;
    const number = (numbers[pairs[i + 1] as number] as number) - 1;
    if (number >= 0) pushPair(found, pairs[i] as number, number);
  }
  return found.done();
}

/** The pairs the other way round, sorted again. */
function turned(pairs: Uint32Array): Uint32Array<ArrayBuffer> {
  // As one number each, which are sorted without a call for each comparison.
  const both = new Float64Array(pairs.length / 2);
  for (let i = 0; i < both.length; i++) both[i] = (pairs[i * 2 + 1] as number) * 2 ** 26 + (pairs[i * 2] as number);
  both.sort();
  const result = new Uint32Array(pairs.length);
  for (const [i, one] of both.entries()) {
    result[i * 2] = Math.floor(one / 2 ** 26);
    result[i * 2 + 1] = one % 2 ** 26;
  }
  return result;
}
