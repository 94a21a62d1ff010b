import { describe, expect, it } from "vitest";
import { sayProblem } from "./problem.ts";
import { readSources } from "./read-sources.ts";

const parties = `- id: contoso
  name: Contoso
  kind: company
  aliases: { all: ["Contoso"] }
- id: northwind
  name: Northwind
  kind: company
`;
const rates = "month,currency,usd_per_unit\n2026-02,EUR,1.18\n2026-01,EUR,1.17\n";

/** A sound deal, of which a test replaces one line. */
const lines = [
  "id: northwind-contoso-2026", // line 1
  "name: Northwind–Contoso",
  "kind: investment",
  "parties:",
  "  - { party: northwind, role: investor }", // 5
  "  - { party: contoso, role: investee }",
  "aka: { en: [Project Harbour] }",
  "events:",
  "  - date: 2026-01-15",
  "    status: announced", // 10
  "    figures:",
  "      - { metric: amount, value: 2000000000, unit: USD }",
  "      - { metric: stake, value: 10, valueTo: 12, unit: '%', qualifier: about }",
  "      - { metric: amount, value: 500000000, unit: EUR, scope: party, of: northwind }",
  "    sources:", // 15
  "      - { url: 'https://northwind.example/news', publisher: Northwind, date: 2026-01-15 }",
  "  - date: 2026-03-01",
  "    status: closed",
  "    unsourced: true",
];
const file = "deals/northwind-contoso-2026.yaml";
const dealWith = (changes: Record<number, string> = {}) => lines.map((line, i) => changes[i + 1] ?? line).join("\n");
const read = (files: Record<string, string>) =>
  readSources(new Map(Object.entries({ "parties.yaml": parties, "rates/monthly-usd.csv": rates, ...files })));
const problemsOf = (files: Record<string, string>) => read(files).problems.map((problem) => sayProblem(problem));

describe("readSources", () => {
  it("reads what is sound, with defaults filled in and sorted", () => {
    const sources = read({ [file]: dealWith() });
    expect(sources.problems).toEqual([]);
    expect(sources.deals.map((deal) => deal.id)).toEqual(["northwind-contoso-2026"]);
    expect(sources.deals[0]?.events[0]?.figures[0]).toEqual({
      metric: "amount",
      value: 2_000_000_000,
      unit: "USD",
      qualifier: "exact",
      scope: "whole",
    });
    expect(sources.deals[0]?.events[1]).toMatchObject({ figures: [], sources: [] });
    expect(sources.parties.map((party) => party.id)).toEqual(["contoso", "northwind"]);
    expect(sources.rates.map((rate) => rate.month)).toEqual(["2026-01", "2026-02"]);
  });

  it.each<[string, Record<number, string>, string]>([
    [
      "a misspelt field",
      { 12: "      - { metric: amount, value: 2000000000, unit: USD, qualifer: about }" },
      ":12: events[0].figures[0].qualifer: Unknown field",
    ],
    [
      "an unknown metric",
      { 12: "      - { metric: price, value: 2000000000, unit: USD }" },
      ":12: events[0].figures[0].metric: ",
    ],
    ["an unknown kind", { 3: "kind: gift" }, ":3: kind: "],
    ["a missing field", { 12: "      - { metric: amount, unit: USD }" }, ":12: events[0].figures[0].value: "],
    [
      "a number in quotes",
      { 12: "      - { metric: amount, value: '2000000000', unit: USD }" },
      ":12: events[0].figures[0].value: ",
    ],
    ["a day that does not exist", { 9: "  - date: 2026-02-30" }, ":9: events[0].date: "],
    [
      "an address that is none",
      { 16: "      - { url: northwind.example, publisher: N, date: 2026-01-15 }" },
      ":16: events[0].sources[0].url: ",
    ],
    [
      "an unknown party",
      { 6: "  - { party: contosso, role: investee }" },
      ':6: parties[1].party: Unknown party "contosso"',
    ],
    [
      "a party listed twice",
      { 6: "  - { party: northwind, role: investor }" },
      ':6: parties[1]: "northwind" is already listed as investor',
    ],
    [
      "an unknown party of a figure",
      { 14: "      - { metric: amount, value: 500000000, unit: EUR, scope: party, of: nobody }" },
      ':14: events[0].figures[2].of: Unknown party "nobody"',
    ],
    [
      "a share of nobody",
      { 14: "      - { metric: amount, value: 500000000, unit: EUR, scope: party }" },
      ":14: events[0].figures[2].scope: ",
    ],
    [
      "a party of the whole",
      { 14: "      - { metric: amount, value: 500000000, unit: EUR, of: northwind }" },
      ":14: events[0].figures[2].of: ",
    ],
    [
      "an unknown successor",
      { 3: "kind: investment\nsupersededBy: nobody-2027" },
      ':4: supersededBy: Unknown deal "nobody-2027"',
    ],
    [
      "a round that is not known",
      { 3: "kind: investment\npartOf: nobody-2027" },
      ':4: partOf: Unknown deal "nobody-2027"',
    ],
    [
      "events out of order",
      { 17: "  - date: 2025-03-01" },
      ":17: events[1].date: Events stand oldest first, but 2026-01-15",
    ],
    ["an event without sources", { 19: "    note: Done." }, ":17: events[1]: An event without sources"],
    [
      "money that is no currency",
      { 12: "      - { metric: amount, value: 2000000000, unit: '%' }" },
      ":12: events[0].figures[0].unit: Expected a currency",
    ],
    [
      "a currency without rates",
      { 12: "      - { metric: amount, value: 2000000000, unit: XAU }" },
      ':12: events[0].figures[0].unit: No exchange rate for "XAU"',
    ],
    [
      "a stake in dollars",
      { 13: "      - { metric: stake, value: 10, unit: USD }" },
      ":13: events[0].figures[1].unit: Expected % for stake",
    ],
    [
      "a stake above the whole",
      { 13: "      - { metric: stake, value: 110, unit: '%' }" },
      ":13: events[0].figures[1].value: A stake is at most",
    ],
    [
      "power in dollars",
      { 13: "      - { metric: power, value: 10000000, unit: USD }" },
      ":13: events[0].figures[1].unit: Expected W",
    ],
    [
      "a term in months",
      { 13: "      - { metric: term, value: 18, unit: count }" },
      ":13: events[0].figures[1].unit: Expected year",
    ],
    [
      "money in billions",
      { 12: "      - { metric: amount, value: 2, unit: USD }" },
      ":12: events[0].figures[0].value: Values are in whole units",
    ],
    [
      "a range that runs backwards",
      { 13: "      - { metric: stake, value: 12, valueTo: 10, unit: '%' }" },
      ":13: events[0].figures[1].valueTo: ",
    ],
    [
      "a basis of a stake",
      { 13: "      - { metric: stake, value: 12, unit: '%', basis: equity }" },
      ":13: events[0].figures[1].basis: ",
    ],
    [
      "two figures of the whole",
      { 13: "      - { metric: amount, value: 3000000000, unit: USD }" },
      ":13: events[0].figures[1]: Already stated at [0]",
    ],
    [
      "a name in no language",
      { 7: "aka: { english: [Project Harbour] }" },
      ':7: aka.english: Expected "all" or a BCP 47 language',
    ],
    ["a name said twice", { 7: "aka: { en: [Harbour, Harbour] }" }, ':7: aka.en[1]: "Harbour" is said twice'],
    ["a file of another name", { 1: "id: northwind-contoso-2027" }, ":1: id: Expected the file's own name"],
    ["a key twice", { 3: "kind: investment\nkind: merger" }, ":4: Map keys must be unique"],
    ["broken YAML", { 12: "      - { metric: amount, value: 2000000000, unit: USD" }, ":"],
  ])("refuses %s, with its line", (_what, changes, problem) => {
    const [first] = problemsOf({ [file]: dealWith(changes) });
    expect(first).toContain(`data/${file}${problem}`);
  });

  it("lists every problem of every file", () => {
    const problems = problemsOf({
      [file]: dealWith({ 6: "  - { party: contosso, role: investee }", 17: "  - date: 2025-03-01" }),
      "deals/empty.yaml": "",
      "rates/monthly-usd.csv": `${rates}2026-02,EUR,1.2\n2026-13,EUR,1.2\n2026-03,EUR,\n2026-03,EUR\n`,
    });
    expect(problems).toEqual([
      expect.stringContaining("data/deals/empty.yaml: "),
      expect.stringContaining(`data/${file}:6: `),
      expect.stringContaining(`data/${file}:17: `),
      expect.stringContaining("data/rates/monthly-usd.csv:4: 2026-02 EUR already stands in line 2"),
      expect.stringContaining("data/rates/monthly-usd.csv:5: month: "),
      expect.stringContaining("data/rates/monthly-usd.csv:6: usdPerUnit: "),
      expect.stringContaining("data/rates/monthly-usd.csv:7: Expected 3 cells, found 2"),
    ]);
  });

  it("refuses deals that replace each other in a circle", () => {
    const replaced = (by: string) => ({ 3: `kind: investment\nsupersededBy: ${by}`, 18: "    status: superseded" });
    const problems = problemsOf({
      [file]: dealWith(replaced("contoso-northwind-2027")),
      "deals/contoso-northwind-2027.yaml": dealWith({
        1: "id: contoso-northwind-2027",
        ...replaced("northwind-contoso-2026"),
      }),
    });
    expect(problems).toEqual([
      "data/deals/contoso-northwind-2027.yaml:4: supersededBy: Leads back to this deal",
      "data/deals/northwind-contoso-2026.yaml:4: supersededBy: Leads back to this deal",
    ]);
  });

  it.each<[string, string, string]>([
    [
      "a second party of one id",
      `${parties}- { id: contoso, name: Other, kind: fund }\n`,
      ':8: [2].id: A party "contoso"',
    ],
    [
      "an ambiguous name that it does not bear",
      `${parties}  ambiguous: [Wind]\n`,
      ':8: [1].ambiguous[0]: "Wind" is none',
    ],
    ["a list that is none", "contoso: {}\n", ": Expected a list of parties"],
    ["a name with space around it", parties.replace('["Contoso"]', '["Contoso "]'), ":4: [0].aliases.all[0]: "],
  ])("refuses %s", (_what, text, problem) => {
    expect(problemsOf({ "parties.yaml": text })[0]).toContain(`data/parties.yaml${problem}`);
  });

  it.each(["Contoso", "contoso"])("lets a name be ambiguous, also in small letters: %s", (name) => {
    expect(problemsOf({ "parties.yaml": parties.replace("aliases:", `ambiguous: [${name}]\n  aliases:`) })).toEqual([]);
  });
});
