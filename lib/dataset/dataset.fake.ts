import type { Dataset, Deal } from "../deals/schema.ts";

/** A deal of two parties with one event; enough for what does not look inside. */
export function fakeDeal(id: string, parts: Partial<Deal> = {}): Deal {
  return {
    id,
    name: id,
    kind: "investment",
    parties: [
      { party: "northwind", role: "investor" },
      { party: "contoso", role: "investee" },
    ],
    events: [
      {
        date: "2026-01-15",
        status: "announced",
        figures: [{ metric: "amount", value: 2_000_000_000, unit: "USD", qualifier: "exact", scope: "whole" }],
        sources: [{ url: "https://northwind.example/news", publisher: "Northwind", date: "2026-01-15" }],
      },
    ],
    ...parts,
  };
}

/** A small whole dataset; a double for tests only. */
export function fakeDataset(parts: Partial<Dataset> = {}): Dataset {
  return {
    version: "2026-02-01.1",
    deals: [fakeDeal("northwind-contoso-2026")],
    parties: [
      { id: "contoso", name: "Contoso", kind: "company", aliases: { all: ["Contoso"] } },
      { id: "northwind", name: "Northwind", kind: "company", aliases: { all: ["Northwind"] } },
    ],
    rates: [
      { month: "2026-01", currency: "EUR", usdPerUnit: 1.17 },
      { month: "2026-02", currency: "EUR", usdPerUnit: 1.18 },
      { month: "2026-01", currency: "JPY", usdPerUnit: 0.0064 },
    ],
    ...parts,
  };
}
