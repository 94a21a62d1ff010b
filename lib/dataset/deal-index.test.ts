import { describe, expect, it, vi } from "vitest";
import type { Deal } from "../deals/schema.ts";
import { foldText } from "../reading/fold.ts";
import type { Mention } from "../reading/types.ts";
import { fakeDataset, fakeDeal } from "./dataset.fake.ts";
import { createDealIndex } from "./deal-index.ts";

const from = (date: string): Pick<Deal, "events"> => ({
  events: [{ date, status: "announced", figures: [], sources: [] }],
});
const names = {
  find: vi.fn((): Mention[] => [{ start: 0, end: 7, party: "contoso", by: "alias", ambiguous: false }]),
};

describe("createDealIndex", () => {
  const index = createDealIndex(
    fakeDataset({
      deals: [
        fakeDeal("b-2026", from("2026-05-01")),
        fakeDeal("c-2024", from("2024-03-01")),
        fakeDeal("a-2026", from("2026-05-01")),
        fakeDeal("both-roles-2023", {
          ...from("2023-01-01"),
          parties: [
            { party: "contoso", role: "lender" },
            { party: "contoso", role: "investor" },
          ],
        }),
      ],
    }),
    names,
  );

  it("says its dataset's version and number of deals", () => {
    expect([index.version, index.size]).toEqual(["2026-02-01.1", 4]);
  });

  it("finds deals and parties by id, and nothing by another", () => {
    expect(index.deal("c-2024")?.id).toBe("c-2024");
    expect(index.kindOf("contoso")).toBe("company");
    expect([index.deal("contoso"), index.kindOf("c-2024"), index.deal("__proto__")]).toEqual([
      undefined,
      null,
      undefined,
    ]);
  });

  it("lists a party's deals oldest first, each once", () => {
    const ids = (party: string) => index.dealsOf(party).map((deal) => deal.id);
    expect(ids("contoso")).toEqual(["both-roles-2023", "c-2024", "a-2026", "b-2026"]);
    expect(ids("northwind")).toEqual(["c-2024", "a-2026", "b-2026"]);
    expect(ids("nobody")).toEqual([]);
  });

  it("finds names with the matcher it was given", () => {
    const folded = foldText("Contoso");
    expect(index.findNames(folded, "en")).toEqual([
      { start: 0, end: 7, party: "contoso", by: "alias", ambiguous: false },
    ]);
    expect(names.find).toHaveBeenCalledWith(folded, "en");
  });
});

describe("usdPerUnit", () => {
  const rates = [
    { month: "2025-11", currency: "EUR", usdPerUnit: 1.15 },
    { month: "2026-06", currency: "EUR", usdPerUnit: 1.2 },
    { month: "2026-02", currency: "EUR", usdPerUnit: 1.18 },
    { month: "2026-04", currency: "CHF", usdPerUnit: 1.25 },
  ];
  const index = createDealIndex(fakeDataset({ rates }), names);

  it.each([
    ["the month itself", "EUR", "2026-02", 1.18],
    ["the nearest month before", "EUR", "2026-03", 1.18],
    ["the nearest month after", "EUR", "2026-05", 1.2],
    ["the earlier of two equally near", "EUR", "2026-04", 1.18],
    ["a month in the year before", "EUR", "2025-12", 1.15],
    ["the first month for all time before", "EUR", "1999-01", 1.15],
    ["the last month for all time after", "EUR", "2031-12", 1.2],
    ["the only month", "CHF", "2020-01", 1.25],
    ["no month for dollars", "USD", "2026-02", 1],
    ["nothing for a currency without rates", "XAU", "2026-02", null],
  ])("takes %s", (_what, currency, month, expected) => {
    expect(index.usdPerUnit(currency, month)).toBe(expected);
  });

  it.each([
    ["EUR", "2026-03", "2026-02"],
    ["EUR", "2025-12", "2025-11"],
    ["EUR", "2031-12", "2026-06"],
    ["USD", "2031-12", "2031-12"],
    ["XAU", "2026-02", null],
  ])("says which month's rate it takes for %s in %s", (currency, month, taken) => {
    expect(index.rateMonth(currency, month)).toBe(taken);
  });

  it("names December by its own year", () => {
    const december = createDealIndex(
      fakeDataset({ rates: [{ month: "2025-12", currency: "EUR", usdPerUnit: 1 }] }),
      names,
    );
    expect(december.rateMonth("EUR", "2026-01")).toBe("2025-12");
  });
});
