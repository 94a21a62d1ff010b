/**
 * Who has deals with whom, without the deals: typed arrays that are stored ready-made and loaded without being parsed.
 *
 * Parties and deals go by numbers. Deals are numbered in the order of their pages and, on a page, of their ids, so that a
 * deal's number says where it stands.
 */
import { Party } from "../deals/schema.ts";
import { FAMOUS } from "../reading/famous.ts";
import { numberOf, type TextTable } from "../reading/text-table.ts";

/** As it is stored. */
export type DealGraph = {
  parties: TextTable;
  /** By party: 1 + the place of its kind in the schema's list; 0 where only deals know the party. */
  kinds: Uint8Array;
  /** By party: where its deals begin in `dealsOf`; the next party's is their end. Oldest first. */
  dealStarts: Uint32Array;
  dealsOf: Uint32Array;
  /** By deal: where its parties begin in `partiesOf`. Each is twice the party's number, and 1 more on an essential side. */
  partyStarts: Uint32Array;
  partiesOf: Uint32Array;
  /** By page: the number of the first deal on it; at the end, the number of deals. */
  pageStarts: Uint32Array;
  /** Where each deal's record begins in its page's text, and after those of a page, that text's length. */
  textStarts: Uint32Array;
  /** Pairs of deals: one, and another that reading it leads to, which took its place or of which it is a part. Sorted. */
  links: Uint32Array;
  /** Pairs of deals: one, and a part of it. Sorted. */
  parts: Uint32Array;
};

/** As the graph numbers them from 1. */
export const partyKinds = Party.shape.kind.options;

/** The seconds of the pairs whose first is `number`. */
function secondsOf(pairs: Uint32Array, number: number): number[] {
  let low = 0;
  let high = pairs.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pairs[middle * 2] as number) < number) low = middle + 1;
    else high = middle;
  }
  const seconds: number[] = [];
  for (; pairs[low * 2] === number; low++) seconds.push(pairs[low * 2 + 1] as number);
  return seconds;
}

const MOST_KNOWN = 10_000;

/** Questions to a graph. Deals are given by their numbers. */
export function askGraph(graph: DealGraph) {
  const { dealStarts, dealsOf, partyStarts, partiesOf, pageStarts, textStarts } = graph;
  /** The numbers of the parties asked about so far: an article names the same again and again. */
  const known = new Map<string, number>();
  const numberOfParty = (id: string): number => {
    let number = known.get(id);
    if (number === undefined) {
      number = numberOf(graph.parties, id);
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(id, number);
    }
    return number;
  };
  const none = new Uint32Array();
  const dealsOfParty = (party: number): Uint32Array =>
    party < 0 ? none : dealsOf.subarray(dealStarts[party], dealStarts[party + 1]);

  /** Whether `is` holds for one of the deal's parties: called with its number, and whether its side is essential. */
  function takesPart(deal: number, is: (party: number, essential: boolean) => boolean): boolean {
    for (let i = partyStarts[deal] as number; i < (partyStarts[deal + 1] as number); i++) {
      const entry = partiesOf[i] as number;
      if (is(entry >> 1, (entry & 1) === 1)) return true;
    }
    return false;
  }

  return {
    size: partyStarts.length - 1,
    kindOf(id: string): Party["kind"] | null {
      const party = numberOfParty(id);
      return partyKinds[((party < 0 ? 0 : graph.kinds[party]) ?? 0) - 1] ?? null;
    },
    dealCount: (id: string): number => dealsOfParty(numberOfParty(id)).length,
    dealsOf(id: string, other?: string): number[] {
      const all = dealsOfParty(numberOfParty(id));
      if (other === undefined) return [...all];
      const second = numberOfParty(other);
      return [...all].filter((deal) => takesPart(deal, (party) => party === second));
    },
    dealsWith(id: string, others: ReadonlySet<string>): number {
      const own = numberOfParty(id);
      const numbers = new Set(Array.from(others, numberOfParty));
      let count = 0;
      for (const deal of dealsOfParty(own))
        if (takesPart(deal, (party) => party !== own && numbers.has(party))) count++;
      return count;
    },
    dealsNaming(named: ReadonlySet<string>): number[] {
      const numbers = new Set([...named].map((id) => numberOfParty(id)));
      return [...numbers].flatMap((own) => {
        const all = dealsOfParty(own);
        const half = [...all].filter((deal) => takesPart(deal, (party, essential) => essential && numbers.has(party)));
        if (all.length <= FAMOUS) return half;
        return half.filter((deal) => takesPart(deal, (party) => party !== own && numbers.has(party)));
      });
    },
    partsOf: (deal: number): number[] => secondsOf(graph.parts, deal),
    /** The deal that took this one's place, and the one of which it is a part, where there are such. */
    linksOf: (deal: number): number[] => secondsOf(graph.links, deal),
    pageCount: pageStarts.length - 1,
    /** The numbers of a page's deals, from the first up to but not including the second. */
    dealsOnPage: (page: number): [from: number, to: number] => [
      pageStarts[page] as number,
      pageStarts[page + 1] as number,
    ],
    /** The length of a page's text. */
    textLength: (page: number): number => textStarts[(pageStarts[page + 1] as number) + page] as number,
    /** Where a deal's record stands in the text of its page. */
    recordIn(page: number, deal: number): [start: number, end: number] {
      const start = textStarts[deal + page] as number;
      // Before the next one stands a comma, behind the last a bracket.
      return [start, (textStarts[deal + page + 1] as number) - 1];
    },
    /** The page on which a deal stands. */
    pageOf(deal: number): number {
      let low = 0;
      let high = pageStarts.length - 1;
      while (low < high - 1) {
        const middle = (low + high) >> 1;
        if ((pageStarts[middle] as number) <= deal) low = middle;
        else high = middle;
      }
      // Of several that begin with it, the last: those before are empty.
      return low;
    },
  };
}
export type AskedGraph = ReturnType<typeof askGraph>;
