import { describe, expect, it } from "vitest";
import type { Dataset, Deal, DealEvent, Party } from "../deals/schema.ts";
import { fakeDataset, fakeDeal } from "./dataset.fake.ts";
import { mergeDatasets } from "./merge.ts";

const source = (publisher: string) => ({ url: `https://${publisher}.example/`, publisher, date: "2026-01-15" });
const event = (date: string, value: number, publisher: string, parts: Partial<DealEvent> = {}): DealEvent => ({
  date,
  status: "announced",
  figures: [{ metric: "amount", value, unit: "USD", qualifier: "exact", scope: "whole" }],
  sources: [source(publisher)],
  ...parts,
});
const party = (id: string, parts: Partial<Party> = {}): Party => ({
  id,
  name: id,
  kind: "company",
  aliases: {},
  ...parts,
});
const merge = (ours: Partial<Dataset>, theirs: Partial<Dataset>) =>
  mergeDatasets([
    { feed: "ours", dataset: fakeDataset({ parties: [], deals: [], ...ours }) },
    { feed: "theirs", dataset: fakeDataset({ version: "2026-10-01.1", parties: [], deals: [], ...theirs }) },
  ]);
const one = (ours: Deal, theirs: Deal) => {
  const { dataset, disagreements } = merge({ deals: [ours] }, { deals: [theirs] });
  return { deal: dataset.deals[0] as Deal, count: dataset.deals.length, disagreements };
};

describe("mergeDatasets", () => {
  it("leaves a single feed as it is", () => {
    const dataset = fakeDataset();
    expect(mergeDatasets([{ feed: "ours", dataset }])).toEqual({ dataset, disagreements: [] });
  });

  it.each<[string, Partial<Party>, Partial<Party>, number]>([
    ["one says so", {}, { sameAs: ["ours:contoso"] }, 1],
    ["the other says so", { sameAs: ["theirs:contoso-corp"] }, {}, 1],
    ["they have one identifier", { lei: "5493001KJTIIGC8Y1R12" }, { lei: "5493001KJTIIGC8Y1R12" }, 1],
    ["Wikidata has one item for both", { wikidata: "Q182477" }, { wikidata: "Q182477" }, 1],
    ["nothing says so, though the names are the same", { name: "Contoso" }, { name: "Contoso" }, 2],
    ["the identifiers differ", { lei: "5493001KJTIIGC8Y1R12" }, { lei: "5493001KJTIIGC8Y1R99" }, 2],
  ])("takes two parties for one only where %s", (_, ours, theirs, count) => {
    const { dataset } = merge({ parties: [party("contoso", ours)] }, { parties: [party("contoso-corp", theirs)] });
    expect(dataset.parties).toHaveLength(count);
    expect(dataset.parties[0]).toEqual(party("contoso", ours));
  });

  it("keeps apart what has one id in two feeds and is not said to be the same, with all that refers to it", () => {
    const theirs = fakeDeal("x-2026", {
      parties: [{ party: "contoso", role: "investor" }],
      supersededBy: "y-2026",
      events: [
        event("2026-01-15", 1e9, "b", {
          figures: [{ metric: "amount", value: 1e9, unit: "USD", qualifier: "exact", scope: "party", of: "contoso" }],
        }),
      ],
    });
    const { dataset } = merge(
      { parties: [party("contoso")], deals: [fakeDeal("x-2026"), fakeDeal("y-2026")] },
      { parties: [party("contoso")], deals: [theirs, fakeDeal("y-2026")] },
    );
    expect(dataset.parties.map(({ id }) => id)).toEqual(["contoso", "theirs-contoso"]);
    expect(dataset.deals[2]).toMatchObject({
      id: "theirs-x-2026",
      supersededBy: "theirs-y-2026",
      parties: [{ party: "theirs-contoso" }],
      events: [{ figures: [{ of: "theirs-contoso" }] }],
    });
  });

  it("says of one deal both figures, with both sources, where they differ", () => {
    const { deal, count, disagreements } = one(
      fakeDeal("a", { name: "Ours", events: [event("2026-01-15", 2e9, "a")] }),
      fakeDeal("b", { name: "Theirs", sameAs: ["ours:a"], events: [event("2026-01-15", 3e9, "b")] }),
    );
    expect(count).toBe(1);
    expect(deal).toMatchObject({
      name: "Ours",
      events: [
        {
          figures: [
            { value: 2e9, disputed: true },
            { value: 3e9, disputed: true },
          ],
          sources: [source("a"), source("b")],
        },
      ],
    });
    expect(disagreements).toEqual([
      {
        deal: "a",
        name: "Ours",
        metric: "amount",
        says: [
          { feed: "ours", figure: { metric: "amount", value: 2e9, unit: "USD", qualifier: "exact" } },
          { feed: "theirs", figure: { metric: "amount", value: 3e9, unit: "USD", qualifier: "exact" } },
        ],
      },
    ]);
  });

  it("adds what only the less trusted feed knows, but leaves the status to the trusted one", () => {
    const { deal, disagreements } = one(
      fakeDeal("a", { events: [event("2026-01-15", 2e9, "a")] }),
      fakeDeal("a", {
        sameAs: ["ours:a"],
        events: [
          event("2026-03-01", 9, "b", {
            status: "terminated",
            figures: [{ metric: "stake", value: 9, unit: "%", qualifier: "exact", scope: "whole" }],
          }),
        ],
      }),
    );
    expect(deal.events).toMatchObject([
      { date: "2026-01-15" },
      { date: "2026-03-01", status: "announced", figures: [{ metric: "stake" }], sources: [source("b")] },
    ]);
    expect(disagreements).toEqual([]);
  });

  it("lets a later figure of the less trusted feed stand beside the trusted one, as disputed", () => {
    const { deal, disagreements } = one(
      fakeDeal("a", { events: [event("2026-01-15", 2e9, "a"), event("2026-06-01", 5e9, "a")] }),
      fakeDeal("a", { sameAs: ["ours:a"], events: [event("2026-03-01", 3e9, "b")] }),
    );
    expect(deal.events.map(({ date, figures }) => [date, figures[0]?.value, figures[0]?.disputed])).toEqual([
      ["2026-01-15", 2e9, undefined],
      ["2026-03-01", 3e9, true],
      ["2026-06-01", 5e9, undefined],
    ]);
    expect(disagreements).toHaveLength(1);
  });

  it.each<[string, DealEvent]>([
    ["the same figure on the same day", event("2026-01-15", 2e9, "b")],
    ["the same figure again later", event("2026-02-15", 2e9, "b")],
    ["an event without figures", event("2026-02-15", 0, "b", { figures: [] })],
  ])("sees no disagreement in %s", (_, theirs) => {
    const ours = fakeDeal("a", { events: [event("2026-01-15", 2e9, "a")] });
    const { deal, disagreements } = one(ours, fakeDeal("a", { sameAs: ["ours:a"], events: [theirs] }));
    expect([deal, disagreements]).toEqual([ours, []]);
  });

  it("does not change the datasets that it was given", () => {
    const ours = fakeDataset({ deals: [fakeDeal("a")] });
    const theirs = fakeDataset({
      deals: [fakeDeal("a", { sameAs: ["ours:a"], events: [event("2026-01-15", 7e9, "b")] })],
    });
    const before = structuredClone([ours, theirs]);
    mergeDatasets([
      { feed: "ours", dataset: ours },
      { feed: "theirs", dataset: theirs },
    ]);
    expect([ours, theirs]).toEqual(before);
  });

  it("takes the trusted feed's rates, and the other's for months that it lacks", () => {
    const rate = (month: string, usdPerUnit: number) => ({ month, currency: "EUR", usdPerUnit });
    const { dataset } = merge({ rates: [rate("2026-01", 1)] }, { rates: [rate("2026-01", 9), rate("2026-02", 2)] });
    expect(dataset.rates).toEqual([rate("2026-01", 1), rate("2026-02", 2)]);
  });
});
