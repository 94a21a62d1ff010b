import { expect, it } from "vitest";
import { Deal, dealOfChecked } from "./schema.ts";

const bare = {
  id: "acme-borealis-2026",
  name: "Acme–Borealis",
  kind: "investment",
  parties: [{ party: "acme", role: "investor" }],
  events: [{ date: "2026-02-01", status: "announced" }],
} as const;

it.each([
  ["that states no figure", bare],
  [
    "whose figures leave out what is usual",
    {
      ...bare,
      supersededBy: "other",
      events: [
        {
          date: "2026-02-01",
          status: "announced",
          figures: [
            { metric: "amount", value: 1e9, unit: "USD" },
            { metric: "power", value: 1e9, unit: "W", qualifier: "up-to", scope: "part", disputed: true },
          ],
          sources: [{ url: "https://acme.example/a", publisher: "Acme", date: "2026-02-01" }],
        },
        { date: "2026-03-01", status: "closed", figures: [{ metric: "stake", value: 5, unit: "%", scope: "yearly" }] },
      ],
    },
  ],
])("gives of a checked record %s what the schema gives", (_, record) => {
  const written = JSON.parse(JSON.stringify(record));
  expect(dealOfChecked(written)).toStrictEqual(Deal.parse(written));
  expect(written).toEqual(record);
});
