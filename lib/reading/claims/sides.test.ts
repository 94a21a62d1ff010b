import { describe, expect, it } from "vitest";
import { Deal, type DealKind, type Role } from "../../deals/schema.ts";
import { sidesOf } from "./sides.ts";

const sides = (kind: DealKind, parties: Partial<Record<string, Role>>, name = "A deal") => {
  const deal = Deal.parse({
    id: "some-deal",
    name,
    kind,
    parties: Object.entries(parties).map(([party, role]) => ({ party, role })),
    events: [{ date: "2025-01-01", status: "announced" }],
  });
  const { essential, payers, payees, form, series } = sidesOf(deal);
  return { essential, payers: [...payers], payees: [...payees], form, series };
};

describe("the sides of a deal", () => {
  it.each<[string, DealKind, Partial<Record<string, Role>>, string[][]]>([
    ["an investment: both", "investment", { acme: "investor", beta: "investee" }, [["acme"], ["beta"]]],
    ["a takeover: both", "acquisition", { acme: "acquirer", beta: "target" }, [["acme"], ["beta"]]],
    [
      "a takeover by two: one of them, and the target",
      "acquisition",
      { acme: "acquirer", cobalt: "acquirer", beta: "target" },
      [["acme", "cobalt"], ["beta"]],
    ],
    [
      "a takeover by a crowd: the target",
      "acquisition",
      { acme: "acquirer", cobalt: "acquirer", dun: "acquirer", beta: "target" },
      [["beta"]],
    ],
    [
      "a round: who raises the money",
      "funding-round",
      { beta: "investee", acme: "lead", cobalt: "investor" },
      [["beta"]],
    ],
    ["a loan: who borrows", "lending", { beta: "borrower", acme: "lender" }, [["beta"]]],
    ["a supply: both", "supply", { beta: "supplier", acme: "customer" }, [["acme"], ["beta"]]],
    ["a licence: both", "licence", { beta: "licensor", acme: "licensee" }, [["acme"], ["beta"]]],
    ["a merger of partners: both", "merger", { acme: "partner", beta: "partner" }, [["acme"], ["beta"]]],
    [
      "a venture of partners: the first and any other",
      "joint-venture",
      { acme: "partner", beta: "partner", cobalt: "partner" },
      [["acme"], ["beta", "cobalt"]],
    ],
    ["a programme: its lead", "programme", { acme: "lead", state: "partner" }, [["acme"]]],
    [
      "a venture of two leads and others: both leads, and one other",
      "joint-venture",
      { acme: "lead", beta: "lead", cobalt: "partner", dun: "investor" },
      [["acme"], ["beta"], ["dun", "cobalt"]],
    ],
    [
      "a plant for a customer: both",
      "compute",
      { acme: "lead", beta: "customer", cobalt: "supplier" },
      [["acme"], ["beta"]],
    ],
  ])("need for %s", (_, kind, parties, essential) => {
    expect(sides(kind, parties).essential).toEqual(essential);
  });

  it("are told apart as those who pay and those who are paid", () => {
    expect(sides("investment", { acme: "investor", beta: "investee" })).toMatchObject({
      payers: ["acme"],
      payees: ["beta"],
    });
    expect(sides("supply", { acme: "supplier", beta: "customer" })).toMatchObject({
      payers: ["beta"],
      payees: ["acme"],
    });
    expect(sides("funding-round", { beta: "investee", acme: "lead" })).toMatchObject({
      payers: ["acme"],
      payees: ["beta"],
    });
  });

  it("count a party that pays and is paid as one that pays", () => {
    const deal = Deal.parse({
      id: "both-ways",
      name: "Both ways",
      kind: "supply",
      parties: [
        { party: "chips", role: "supplier" },
        { party: "models", role: "customer" },
        { party: "models", role: "investor" },
        { party: "chips", role: "investee" },
      ],
      events: [{ date: "2025-01-01", status: "announced" }],
    });
    expect([[...sidesOf(deal).payers], [...sidesOf(deal).payees]]).toEqual([["models"], ["chips"]]);
  });

  it.each([
    ["Beta IPO", "listing", null],
    ["Beta initial public offering", "listing", null],
    ["Beta employee share sale (2025)", "secondary", null],
    ["Beta tender offer", "secondary", null],
    ["Beta Series F", "funding-round", "f"],
    ["Beta 2026 round", "funding-round", null],
    ["Beta Seriesly", "funding-round", null],
  ])("of “%s” go by its name: %s, letter %s", (name, form, series) => {
    expect(sides("funding-round", { beta: "investee" }, name)).toMatchObject({ form, series });
  });
});
