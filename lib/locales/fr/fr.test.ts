import { describe, expect, it } from "vitest";
import { readQuantities } from "../../reading/quantities.ts";
import { fr } from "./index.ts";

/** The one quantity that a text states: what is written, value, unit, and where they matter qualifier and upper end. */
type Row = [text: string, written: string, value: number, unit: string, qualifier?: string, valueTo?: number];

const read = (text: string) => readQuantities(text, fr);

describe("French quantities", () => {
  it.each<Row>([
    ["un investissement de 100 milliards de dollars", "100 milliards de dollars", 100e9, "USD"],
    ["soit 1000 milliards de dollars", "1000 milliards de dollars", 1e12, "USD"],
    ["soit 1 000 milliards de dollars", "1 000 milliards de dollars", 1e12, "USD"],
    ["soit 1 000 milliards de dollars", "1 000 milliards de dollars", 1e12, "USD"],
    ["soit 1 250,5 milliards d'euros", "1 250,5 milliards d'euros", 1250.5e9, "EUR"],
    ["soit 1.250 milliards d’euros", "1.250 milliards d’euros", 1250e9, "EUR"],
    ["1'250'000 francs suisses", "1'250'000 francs suisses", 1.25e6, "CHF"],
    ["11,7 milliards d'euros", "11,7 milliards d'euros", 11.7e9, "EUR"],
    ["1,4 billion de dollars", "1,4 billion de dollars", 1.4e12, "USD"],
    ["1,4 trillion de dollars", "1,4 trillion de dollars", 1.4e12, "USD"],
    ["1,3 milliard d'euros", "1,3 milliard d'euros", 1.3e9, "EUR"],
    ["85 Md$", "85 Md$", 85e9, "USD"],
    ["85 Mds $", "85 Mds $", 85e9, "USD"],
    ["17 Md€", "17 Md€", 17e9, "EUR"],
    ["17 Mds€", "17 Mds€", 17e9, "EUR"],
    ["17 Mds d'euros", "17 Mds d'euros", 17e9, "EUR"],
    ["17 mrd €", "17 mrd €", 17e9, "EUR"],
    ["750 M€", "750 M€", 750e6, "EUR"],
    ["750 M€ d'apport", "750 M€", 750e6, "EUR"],
    ["750 M d'euros", "750 M d'euros", 750e6, "EUR"],
    ["500 k€", "500 k€", 500e3, "EUR"],
    ["30 G$", "30 G$", 30e9, "USD"],
    ["12 M$", "12 M$", 12e6, "USD"],
    ["12 millions $ CA", "12 millions $ CA", 12e6, "CAD"],
    ["4,5 milliards $", "4,5 milliards $", 4.5e9, "USD"],
    ["$30 milliards", "$30 milliards", 30e9, "USD"],
    ["30 milliards USD", "30 milliards USD", 30e9, "USD"],
    ["30 milliards de dollars américains", "30 milliards de dollars américains", 30e9, "USD"],
    ["4,5 milliards de dollars canadiens", "4,5 milliards de dollars canadiens", 4.5e9, "CAD"],
    ["106 milliards de dollars de Hong Kong", "106 milliards de dollars de Hong Kong", 106e9, "HKD"],
    ["2,65 milliards de livres sterling", "2,65 milliards de livres sterling", 2.65e9, "GBP"],
    ["2,65 milliards de livres", "2,65 milliards de livres", 2.65e9, "GBP"],
    ["trois milliards de francs suisses", "trois milliards de francs suisses", 3e9, "CHF"],
    ["0,76 franc suisse", "0,76 franc suisse", 0.76, "CHF"],
    ["0,76 franc", "0,76 franc", 0.76, "CHF"],
    ["8,4 milliards de francs", "8,4 milliards de francs", 8.4e9, "CHF"],
    ["3 000 milliards de francs CFA", "3 000 milliards de francs CFA", 3e12, "XOF"],
    ["5 900 milliards de yens", "5 900 milliards de yens", 5.9e12, "JPY"],
    ["50 milliards de yuans", "50 milliards de yuans", 50e9, "CNY"],
    ["268,5 milliards de roupies", "268,5 milliards de roupies", 268.5e9, "INR"],
    ["15 100 milliards de wons", "15 100 milliards de wons", 15.1e12, "KRW"],
    ["cent milliards de dollars", "cent milliards de dollars", 100e9, "USD"],
    ["un milliard de dollars", "un milliard de dollars", 1e9, "USD"],
    ["un milliard et demi d'euros", "un milliard et demi d'euros", 1.5e9, "EUR"],
    ["deux milliards et demi de dollars", "deux milliards et demi de dollars", 2.5e9, "USD"],
    ["un demi-milliard d'euros", "un demi-milliard d'euros", 0.5e9, "EUR"],
    ["quatre-vingt-dix-sept milliards de dollars", "quatre-vingt-dix-sept milliards de dollars", 97e9, "USD"],
    ["soixante et onze millions d'euros", "soixante et onze millions d'euros", 71e6, "EUR"],
    ["vingt et un millions d'euros", "vingt et un millions d'euros", 21e6, "EUR"],
    ["deux cent cinquante millions d'euros", "deux cent cinquante millions d'euros", 250e6, "EUR"],
    ["mille deux cents milliards de dollars", "mille deux cents milliards de dollars", 1.2e12, "USD"],
    ["mille milliards de dollars", "mille milliards de dollars", 1e12, "USD"],
    ["septante millions de francs suisses", "septante millions de francs suisses", 70e6, "CHF"],
    ["1 milliard 200 millions de dollars", "1 milliard 200 millions de dollars", 1.2e9, "USD"],
    ["83,50 dollars par action", "83,50 dollars", 83.5, "USD"],
    ["14 euros et 10 centimes", "14 euros et 10 centimes", 14.1, "EUR"],
    ["31,85 € l'action", "31,85 €", 31.85, "EUR"],
    ["10 gigawatts de calcul", "10 gigawatts", 10e9, "W"],
    ["4,5 GW", "4,5 GW", 4.5e9, "W"],
    ["750 mégawatts", "750 mégawatts", 750e6, "W"],
    ["25,33 % du capital", "25,33 %", 25.33, "%"],
    ["25,33% du capital", "25,33%", 25.33, "%"],
    ["27 pour cent", "27 pour cent", 27, "%"],
    ["deux points de pourcentage", "deux points de pourcentage", 2, "%"],
    ["555,6 millions d'actions", "555,6 millions d'actions", 555.6e6, "count"],
    ["30 milliards pour l'un", "30 milliards", 30e9, "count"],
    ["de 50 à 60 milliards de dollars", "50 à 60 milliards de dollars", 50e9, "USD", "exact", 60e9],
    ["entre 8 et 10 milliards de dollars", "8 et 10 milliards de dollars", 8e9, "USD", "exact", 10e9],
    [
      "entre 800 millions et 1,2 milliard d'euros",
      "800 millions et 1,2 milliard d'euros",
      800e6,
      "EUR",
      "exact",
      1.2e9,
    ],
    ["55-119 milliards de dollars", "55-119 milliards de dollars", 55e9, "USD", "exact", 119e9],
    ["2 ou 3 milliards d'euros", "2 ou 3 milliards d'euros", 2e9, "EUR", "exact", 3e9],
    ["entre 55 et 65 %", "55 et 65 %", 55, "%", "exact", 65],
  ])("reads %s", (text, written, value, unit, qualifier = "exact", valueTo) => {
    expect(read(text)).toEqual([
      expect.objectContaining({ text: written, value, unit, qualifier, valueTo: valueTo ?? null }),
    ]);
  });

  it.each([
    ["environ 30 milliards de dollars", "about"],
    ["quelque 30 milliards de dollars", "about"],
    ["près de 30 milliards de dollars", "about"],
    ["autour de 30 milliards de dollars", "about"],
    ["de l'ordre de 30 milliards de dollars", "about"],
    ["30 milliards de dollars environ", "about"],
    ["plus de 30 milliards de dollars", "over"],
    ["au-delà de 30 milliards de dollars", "over"],
    ["un peu plus de 30 milliards de dollars", "over"],
    ["dépasse les 30 milliards de dollars", "over"],
    ["au moins 30 milliards de dollars", "at-least"],
    ["pas moins de 30 milliards de dollars", "at-least"],
    ["30 milliards de dollars au minimum", "at-least"],
    ["jusqu'à 30 milliards de dollars", "up-to"],
    ["jusqu’à 30 milliards de dollars", "up-to"],
    ["pouvant atteindre 30 milliards de dollars", "up-to"],
    ["un maximum de 30 milliards de dollars", "up-to"],
    ["30 milliards de dollars au maximum", "up-to"],
    ["moins de 30 milliards de dollars", "under"],
    ["un montant de 30 milliards de dollars", "exact"],
  ])("hedges %s as %s", (text, qualifier) => {
    expect(read(text)).toEqual([expect.objectContaining({ text: "30 milliards de dollars", value: 30e9, qualifier })]);
  });

  it.each([
    ["passe de 6,20 dollars à 20,90 dollars", [6.2, 20.9]],
    ["40 milliards d'euros (4,66 milliards de dollars)", [40e9, 4.66e9]],
    ["30 milliards de dollars et 50 milliards de dollars", [30e9, 50e9]],
    ["11 % pour 1,3 milliard d'euros", [11, 1.3e9]],
    ["43 %, 30 % et 27 %", [43, 30, 27]],
  ])("keeps apart the amounts of “%s”", (text, values) => {
    expect(read(text).map(({ value }) => value)).toEqual(values);
  });

  it.each([
    "le 22 septembre 2025 à 10 h 30",
    "en 2025 et en 2026",
    "entre 2025 et 2026",
    "le 12/05/2025",
    "le 12.05.2025",
    "la puce H100 et le modèle GPT-5",
    "le CAC 40 et le SBF 120",
    "au 01 23 45 67 89",
    "un score de 3-2",
    "l'article 4.1.2",
    "la série C",
    "des milliers d'euros",
    "des centaines de millions de dollars",
    "plusieurs milliards de dollars",
    "des dizaines de milliards",
    "une action ordinaire",
    "300 000 gigawattheures",
    "une usine de 12 GWh",
    "le nom du réal",
    "une licence de cinquante ans",
    "75008 Paris",
    "la moitié du capital",
    "5G et 4K",
  ])("finds no amount in “%s”", (text) => {
    expect(read(text)).toEqual([]);
  });
});
