import { describe, expect, it } from "vitest";
import { createDealIndex } from "../dataset/deal-index.ts";
import { Deal, Party } from "../deals/schema.ts";
import { foldText } from "./fold.ts";
import { createNameMatcher } from "./names.ts";
import { settleNames } from "./support.ts";

const parties = [
  { id: "arm", name: "Arm", ambiguous: ["Arm"] },
  { id: "ampere", name: "Ampere", ambiguous: ["Ampere"] },
  { id: "softbank", name: "SoftBank" },
  { id: "nvidia", name: "Nvidia", people: { all: ["Jensen Huang"] } },
  { id: "stripe", name: "Stripe", ambiguous: ["Stripe"] },
  { id: "bridge", name: "Bridge", ambiguous: ["Bridge"] },
  { id: "paramount-old", name: "Paramount Global", aliases: { all: ["Paramount"] } },
  { id: "paramount-new", name: "Paramount Skydance", aliases: { all: ["Paramount"] } },
  { id: "warner", name: "Warner Bros. Discovery" },
  { id: "skydance", name: "Skydance" },
].map((party) => Party.parse({ kind: "company", ...party }));

const deal = (acquirer: string, target: string) =>
  Deal.parse({
    id: `${acquirer}-${target}`,
    name: `${acquirer}–${target}`,
    kind: "acquisition",
    parties: [
      { party: acquirer, role: "acquirer" },
      { party: target, role: "target" },
    ],
    events: [{ date: "2025-01-01", status: "announced" }],
  });
const deals = [
  deal("softbank", "ampere"),
  deal("stripe", "bridge"),
  deal("paramount-new", "warner"),
  deal("skydance", "paramount-old"),
];
const names = createNameMatcher(parties, deals);
const index = createDealIndex({ version: "2025-01-01.1", deals, parties, rates: [] }, names);

/** The parties that count in each text; doubtful ones with a question mark. */
function settle(...texts: string[]): string[][] {
  const named = texts.map((written) => {
    const text = foldText(written);
    return { text, mentions: names.find(text, "en") };
  });
  return settleNames(named, index).map((mentions) => mentions.map(({ party, weak }) => `${party}${weak ? "?" : ""}`));
}

describe("names that are also common words", () => {
  it("count where a party is named that they have a deal with", () => {
    expect(settle("SoftBank buys a chip designer.", "Ampere is its name.")).toEqual([["softbank"], ["ampere"]]);
  });

  it("do not count beside strangers", () => {
    expect(settle("Nvidia and an Ampere of current")[0]).not.toContain("ampere");
  });

  it("count for each other where they have a deal", () => {
    expect(settle("Stripe pays for Bridge")).toEqual([["stripe", "bridge"]]);
  });

  it("count but weakly where they stand alone", () => {
    expect(settle("Bridge collapsed yesterday.")).toEqual([["bridge?"]]);
  });

  it("count where the article writes them as names, more than once", () => {
    expect(settle("The designer Ampere said so. Shares of Ampere rose.")[0]).toEqual(["ampere", "ampere"]);
  });

  it("are too often something else where they are as short as Arm", () => {
    expect(settle("The designer Arm said so. Shares of Arm rose.")[0]).not.toContain("arm");
  });
});

describe("surnames", () => {
  it("count once the full name has been given, wherever it stands", () => {
    expect(settle("Huang said so.", "Jensen Huang leads it.")).toEqual([["nvidia"], ["nvidia"]]);
  });

  it("do not count without it", () => {
    expect(settle("Huang said so.")).toEqual([[]]);
  });
});

describe("a name of two parties", () => {
  it("is whose partners the article names", () => {
    expect(settle("Paramount bids for Warner Bros. Discovery")).toEqual([["paramount-new", "warner"]]);
    expect(settle("Skydance buys Paramount")).toEqual([["skydance", "paramount-old"]]);
    const both = settle(
      "Paramount Skydance bids for Warner Bros. Discovery.",
      "Skydance had bought Paramount.",
      "Paramount fell.",
    );
    expect(both.slice(1)).toEqual([["skydance", "paramount-old"], ["paramount-new"]]);
  });

  it("is whom the article names in full", () => {
    expect(settle("Paramount rose.", "Paramount Global had fallen.")).toEqual([["paramount-old"], ["paramount-old"]]);
  });
});
