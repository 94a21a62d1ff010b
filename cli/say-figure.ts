import { isMoney, type Qualifier, type Unit } from "../lib/deals/schema.ts";

/** What a figure needs for being said. */
export type Sayable = { value: number; valueTo?: number | null | undefined; unit: Unit; qualifier: Qualifier };

const hedge: Record<Qualifier, string> = {
  exact: "",
  about: "about ",
  "up-to": "up to ",
  "at-least": "at least ",
  over: "over ",
  under: "under ",
};

/** A figure in English, as a person would say it: "up to $100 billion", "at least 10 GW", "45–50 %". */
export function sayFigure({ value, valueTo, unit, qualifier }: Sayable): string {
  const amount = valueTo == null ? sayAmount(value, unit) : `${sayAmount(value, unit)} to ${sayAmount(valueTo, unit)}`;
  return hedge[qualifier] + amount;
}

function sayAmount(value: number, unit: Unit): string {
  if (isMoney(unit)) return money(value, unit);
  switch (unit) {
    case "W":
      return power(value);
    case "%":
      return `${plain.format(value)} %`;
    case "year":
      return `${plain.format(value)} ${value === 1 ? "year" : "years"}`;
    default:
      return large.format(value);
  }
}

const plain = new Intl.NumberFormat("en", { maximumSignificantDigits: 6 });
const large = new Intl.NumberFormat("en", { notation: "compact", compactDisplay: "long", maximumSignificantDigits: 6 });

/** Intl has no long form of its own for money ("$100B"), so the symbol is put before a long number. */
function money(value: number, currency: string): string {
  const parts = new Intl.NumberFormat("en", { style: "currency", currency }).formatToParts(1);
  const symbol = parts
    .slice(
      0,
      parts.findIndex((part) => part.type === "integer"),
    )
    .map((part) => part.value);
  return symbol.join("") + large.format(value);
}

function power(watts: number): string {
  for (const [unit, size] of [
    ["GW", 1e9],
    ["MW", 1e6],
    ["kW", 1e3],
  ] as const) {
    if (watts >= size) return `${plain.format(watts / size)} ${unit}`;
  }
  return `${plain.format(watts)} W`;
}
