import { describe, expect, it } from "vitest";
import type { Scope } from "../../deals/schema.ts";
import type { CueWeights } from "../cues.ts";
import { claimsOf } from "../read.fake.ts";
import { scopeSaid } from "./match-evidence.ts";

const ofLetter = (text: string): string[] =>
  claimsOf(text, { published: "2025-10-01" }).map((claim) => claim.replace("acme-borealis-2025 ", ""));

describe("the figure of the record that a number is", () => {
  it.each([
    [
      "the part, where the words speak of one",
      "Acme invests $10 billion in Borealis in a first tranche.",
      "tranche: $10 billion outdated changed-since",
    ],
    [
      "the part, where it comes each time",
      "Acme invests $10 billion in Borealis each time.",
      "tranche: $10 billion outdated changed-since",
    ],
    [
      "the part with a slip, where the whole comes each time",
      "Acme invests each time $100 billion in Borealis.",
      "tranche: $100 billion discrepancy scale 10",
    ],
    [
      "the whole with a digit too few, where nothing speaks of a part",
      "Acme signed a letter of intent to invest up to $10 billion in Borealis.",
      "amount: $10 billion discrepancy scale 0.1",
    ],
    ["the whole", "Acme invests up to $100 billion in Borealis.", "amount: $100 billion outdated changed-since"],
  ])("is %s", (_, text, claim) => {
    expect(ofLetter(text)).toEqual([claim]);
  });

  it("is a fee for breaking off, with a digit too few or right", () => {
    const fee = (sum: string) => claimsOf(`Kiso would owe Lumen a break fee of ${sum}.`, { published: "2025-06-04" });
    expect(fee("$320 million")).toEqual(["kiso-lumen-2025 break-fee: $320 million confirmed"]);
    expect(fee("$32 million")).toEqual(["kiso-lumen-2025 break-fee: $32 million discrepancy scale 0.1"]);
  });

  it("is a part's with a slip where it is larger than its whole", () => {
    const text = "Quillon pays Ridgeway over $40 billion, of which a first part of $125 billion is paid now.";
    expect(claimsOf(text, { published: "2026-01-30" })).toEqual([
      "quillon-ridgeway-2026 amount: $40 billion confirmed",
      "quillon-ridgeway-2026 tranche: $125 billion discrepancy scale 100",
    ]);
  });

  it.each([
    [
      "the part, beside another part",
      "$2.25 billion in cash and $300 million in shares",
      "tranche: $300 million confirmed",
    ],
    ["the whole's with a digit too few, alone", "$300 million in shares", "amount: $300 million discrepancy scale 0.1"],
  ])("is %s", (_, sums, claim) => {
    expect(claimsOf(`Rowan bought Thistle for ${sums}.`).at(-1)).toBe(`rowan-thistle-2026 ${claim}`);
  });

  it.each([
    ["the worth of the company beside it, with a slip", "The deal valued Northgate at $210 billion.", "scale 10"],
    ["nobody's, beside the other company", "The deal valued Mercer at $210 billion.", undefined],
  ])("is %s", (_, text, verdict) => {
    const [, claim] = claimsOf(["Mercer and Northgate merge, $53 billion in all.", text], { published: "2025-09-10" });
    if (verdict === undefined) expect(claim).toBeUndefined();
    else expect(claim).toBe(`mercer-northgate-2025 valuation: $210 billion discrepancy ${verdict}`);
  });

  it("is none that the record gives as mere context", () => {
    expect(claimsOf("Kiso buys Lumen for 880 billion yen.", { published: "2025-06-04" })).toEqual([]);
  });

  it("is none both converted and a power of ten off", () => {
    const claims = claimsOf("Estuary, a group, bought Fathom; a mill went for $43.7 billion.", {
      published: "2025-07-02",
    });
    expect(claims.filter((claim) => claim.includes("scale"))).toEqual([]);
  });
});

describe("words for a figure's scope", () => {
  it.each<[Scope, CueWeights, number]>([
    ["part", { part: 0.9 }, 0.9],
    ["part", { each: 0.7 }, 0.7],
    ["part", { added: 1 }, 0.8],
    ["added", { added: 1 }, 1],
    ["added", { part: 1 }, 0.6],
    ["yearly", { yearly: 1 }, 1],
    ["remaining", { remaining: 0.5 }, 0.5],
    ["cumulative", { cumulative: 1 }, 1],
    ["condition", { condition: 1 }, 1],
    ["whole", { part: 1, yearly: 1 }, 0],
    ["reference", { part: 1 }, 0],
    ["yearly", { monthly: 1 }, 0],
    ["remaining", { added: 1 }, 0],
  ])("%s in %o: %d", (scope, cues, said) => {
    expect(scopeSaid({ scope }, cues)).toBeCloseTo(said);
  });

  it("are little for a party's share, which its name tells", () => {
    expect(scopeSaid({ scope: "party", of: "acme" }, {})).toBe(0.4);
    expect(scopeSaid({ scope: "party" }, {})).toBe(0);
  });
});
