/** Who must be talked about before a text can be talking about a deal. */
import type { Deal, DealKind, Metric } from "../../deals/schema.ts";
import { familyOf } from "../verdict/comparable.ts";

/** What a text calls a deal: its kind, and for two kinds of rounds what everybody tells them by. */
export type Form = DealKind | "listing" | "secondary";

export type Sides = {
  form: Form;
  /** Groups of parties; of each group at least one must be near. */
  essential: readonly (readonly string[])[];
  /** Those who pay, buy or order: the subject of "invests". */
  payers: ReadonlySet<string>;
  /** Those who are paid or bought. */
  payees: ReadonlySet<string>;
  /** Whether the record has what is borrowed for the deal: then words of lending speak for no other. */
  isFinanced: boolean;
  /** Whether the record has what the company is worth, apart from what is paid. */
  isValued: boolean;
  /** The round's letter, where its name has one: "g" for "Series G". */
  series: string | null;
};

const paying = new Set(["investor", "acquirer", "lender", "customer", "licensee"]);
const paid = new Set(["investee", "target", "borrower", "supplier", "licensor"]);
/** Deals told by who raises or takes the money: of the many on the other side any may go unnamed. */
const toldByPayee = new Set<Form>(["funding-round", "lending", "listing", "secondary"]);
/** More payers than this are a crowd that no sentence names. */
const crowd = 2;

const kept = new WeakMap<Deal, Sides>();

export function sidesOf(deal: Deal): Sides {
  let sides = kept.get(deal);
  if (!sides) {
    sides = draw(deal);
    kept.set(deal, sides);
  }
  return sides;
}

/** Everybody on a side without which the deal is not told of. Not kept: whoever asks asks of each deal once. */
export const essentialParties = (deal: Deal): ReadonlySet<string> => new Set(draw(deal).essential.flat());

/** By the record's own name for it; see "Names of deals" in docs/dataset.md. */
function formOf({ kind, name }: Deal): Form {
  if (/\bIPO\b|initial public offering/i.test(name)) return "listing";
  if (/tender offer|share sale|secondary/i.test(name)) return "secondary";
  return kind;
}

function draw(deal: Deal): Sides {
  const form = formOf(deal);
  const having = (...roles: string[]): string[] => [
    ...new Set(deal.parties.filter(({ role }) => roles.includes(role)).map(({ party }) => party)),
  ];
  const leads = having("lead");
  const partners = having("partner");
  const isRound = toldByPayee.has(form) || form === "investment";
  const payers = having(...paying, ...(isRound ? ["lead"] : []));
  const payees = having(...paid).filter((party) => !payers.includes(party));
  const essential = ((): string[][] => {
    if (payees.length > 0 && (toldByPayee.has(form) || payers.length > crowd)) return [payees];
    if (!isRound && leads.length > 0) return byLeads(form, leads, having("customer"), [...payers, ...partners]);
    const groups = [payers, payees].filter((group) => group.length > 0);
    if (groups.length === 2) return groups;
    // Partners only: a pair needs both, a consortium its first and any other.
    const others = partners.filter((party) => !payers.includes(party) && !payees.includes(party));
    const [first, ...rest] = [...groups.flat(), ...others];
    if (first === undefined) return [deal.parties.map(({ party }) => party)];
    if (groups.length === 1 && others.length > 0) return [groups[0] as string[], others];
    return rest.length === 0 ? [[first]] : [[first], rest];
  })();
  const states = (is: (metric: Metric) => boolean): boolean =>
    deal.events.some(({ figures }) => figures.some(({ metric }) => is(metric)));
  const isFinanced = states((metric) => metric === "debt");
  const isValued = states((metric) => familyOf(metric) === "valuation");
  const series = /\bseries ([a-k])\b/i.exec(deal.name)?.[1]?.toLowerCase() ?? null;
  return { form, essential, payers: new Set(payers), payees: new Set(payees), isFinanced, isValued, series };
}

/** A programme is its lead's; a joint undertaking needs each lead, and one who joined them where the leads are many. */
function byLeads(form: Form, leads: string[], customers: string[], others: string[]): string[][] {
  if (form === "programme") return [leads];
  const customer = customers.filter((party) => !leads.includes(party));
  if (customer.length > 0) return [leads, customer];
  const joined = others.filter((party) => !leads.includes(party));
  if (leads.length > 1)
    return joined.length > 0 ? [...leads.map((party) => [party]), joined] : leads.map((party) => [party]);
  return joined.length > 0 ? [leads, joined] : [leads];
}
