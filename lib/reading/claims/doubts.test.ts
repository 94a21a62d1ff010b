import { describe, expect, it } from "vitest";
import { claimsOf } from "../read.fake.ts";

const claims = (texts: string[], published = "2026-02-21"): string[] => claimsOf(texts, { published });

describe("a number that two deals of one payer would have but for a digit", () => {
  const before = "Wharf paid for Sable and Thistle.";

  it("is neither's where the sentence names nobody else", () => {
    expect(claims([before, "Wharf invests $20 billion in a start-up called Elsewhere."])).toEqual([]);
  });

  it("is the one's that the sentence names", () => {
    expect(claims([before, "Wharf invests $20 billion in Thistle."])).toEqual([
      "wharf-thistle-2026 amount: $20 billion discrepancy scale 10",
    ]);
  });
});

describe("a number a power of ten off", () => {
  const bid = "Dunmore bids for Gambit.";

  it.each([
    ["that is offered for somebody else", [bid, "Dunmore had offered $65 billion for Kiso."], "2025-03-11"],
    ["a hundred times as large, without a word of a deal", [bid, "Gambit has $650 billion in the bank."], "2025-03-11"],
    [
      "of what a company is worth, where the words speak of money paid",
      ["Harrow and Ibex back Juniper.", "Harrow is calm; Ibex invested $34.9 billion in buildings."],
      "2025-11-19",
    ],
  ])("is nobody's: one %s", (_, texts, published) => {
    expect(claims(texts, published)).toEqual([]);
  });

  it.each([
    ["that is offered for the deal's own", [bid, "Dunmore had offered $65 billion for Gambit."]],
    ["ten times as large", [bid, "The deal for Gambit is worth $65 billion."]],
  ])("is a slip: one %s", (_, texts) => {
    expect(claims(texts, "2025-03-11")).toEqual([expect.stringMatching(/discrepancy scale 10$/)]);
  });
});
