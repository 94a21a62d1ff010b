import { describe, expect, it } from "vitest";
import { readArticle } from "../read.fake.ts";

const deals = (texts: string[], published: string): string[] => readArticle(texts, { published }).deals.sort();
const autumn = "2025-11-19";
const spring = "2026-02-21";
const round = "Borealis completes its funding round.";

describe("a deal is talked about", () => {
  it.each<[string, string[], string, string[]]>([
    [
      "where its sides and a word for it stand together",
      ["Harrow invests in Juniper."],
      autumn,
      ["harrow-juniper-2025"],
    ],
    ["joined by “and”", ["Harrow and Juniper have a deal."], autumn, ["harrow-juniper-2025"]],
    ["as a takeover", ["Kiso acquires Lumen."], "2025-06-04", ["kiso-lumen-2025"]],
    ["by its own name", ["Lodestar has begun."], "2025-01-22", ["orchard-lodestar-2025"]],
    ["as a round while it is news", ["Umbra closed its round."], spring, ["umbra-2026-series-g"]],
    ["as a listing", ["Tamarind plans an IPO."], spring, ["tamarind-2026-ipo"]],
    ["as a listing, in other words", ["Tamarind goes public."], spring, ["tamarind-2026-ipo"]],
    ["as the one in force of two", ["Acme and Borealis have an agreement."], spring, ["acme-borealis-2026"]],
    [
      "by those who pay for it, and not one between them",
      ["Harrow and Juniper invest in Rowan."],
      autumn,
      ["harrow-juniper-rowan-2025"],
    ],
    ["as the replaced one", ["Acme had an agreement with Borealis previously."], spring, ["acme-borealis-2025"]],
    [
      "with a doubtful name that its partner supports",
      ["Estuary makes an acquisition: Verge."],
      spring,
      ["estuary-verge-2026"],
    ],
  ])("%s", (_, texts, published, expected) => {
    expect(deals(texts, published)).toEqual(expected);
  });

  it.each<[string, string[], string]>([
    ["by its sides alone", ["Harrow and Juniper met."], autumn],
    ["by one side alone", ["Harrow invests."], autumn],
    ["by words for another kind of deal", ["Kiso lends Lumen money."], "2025-06-04"],
    ["in a list of names", ["Harrow, Juniper have a deal."], autumn],
    ["by the last two of a list", ["Ibex, Harrow and Juniper have deals."], autumn],
    ["by sides in two sentences", ["Harrow invests. Juniper rose."], autumn],
    ["before it has begun", ["Kiso acquires Lumen."], "2025-06-01"],
    ["long after, when it was told of but once", ["Kiso acquires Lumen."], "2026-09-28"],
    ["as a round that is over", ["Umbra closed its round."], "2026-12-21"],
    ["as a listing without the word", ["Tamarind opens a shop and has a deal."], spring],
    ["as a programme by its lead", ["Orchard has a programme."], "2025-01-22"],
    ["by a doubtful name alone", ["The acquisition brought Verge luck."], spring],
  ])("not %s", (_, texts, published) => {
    expect(deals(texts, published)).toEqual([]);
  });
});

describe("an investor's part in a round", () => {
  it.each<[string, string[], string[]]>([
    ["who joins it", [round, "Dunmore invests, too."], ["dunmore-borealis-2026"]],
    ["named with others", [round, "Dunmore and Acme are here."], ["acme-borealis-2026", "dunmore-borealis-2026"]],
  ])("is talked about with one %s, once the round is", (_, texts, parts) => {
    expect(deals(texts, spring)).toEqual([...parts, "borealis-2026-round"].sort());
  });

  it.each<[string, string[], string[]]>([
    ["whose round nobody has spoken of", ["Dunmore invests, too."], []],
    ["who does something else", [round, "Dunmore opens a shop."], ["borealis-2026-round"]],
    ["of another company", [round, "Harrow invests, too."], ["borealis-2026-round"]],
  ])("is not with one %s", (_, texts, expected) => {
    expect(deals(texts, spring)).toEqual(expected);
  });
});
