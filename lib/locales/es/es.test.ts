import { describe, expect, it } from "vitest";
import { findCues } from "../../reading/cues.ts";
import { foldKey } from "../../reading/fold.ts";
import { readQuantities } from "../../reading/quantities.ts";
import { es } from "./index.ts";

/** The one quantity that a text states: what is written, value, unit, and where they matter qualifier and upper end. */
type Row = [text: string, written: string, value: number, unit: string, qualifier?: string, valueTo?: number];

const read = (text: string) => readQuantities(text, es);

describe("Spanish quantities", () => {
  it.each<Row>([
    ["pagará 100 mil millones de dólares", "100 mil millones de dólares", 100e9, "USD"],
    ["invertirá 100.000 millones de dólares", "100.000 millones de dólares", 100e9, "USD"],
    ["una ronda de US$30.000 millones", "US$30.000 millones", 30e9, "USD"],
    ["por $ 10 mil millones", "$ 10 mil millones", 10e9, "USD"],
    ["cuesta $1.5 mil millones", "$1.5 mil millones", 1.5e9, "USD"],
    ["unas 48.000 millones de libras esterlinas", "48.000 millones de libras esterlinas", 48e9, "GBP", "about"],
    ["valorada en 1,5 billones de dólares", "1,5 billones de dólares", 1.5e12, "USD"],
    ["un billón doscientos mil millones de dólares", "un billón doscientos mil millones de dólares", 1.2e12, "USD"],
    ["1 billón 200 mil millones de yenes", "1 billón 200 mil millones de yenes", 1.2e12, "JPY"],
    ["20 millardos de euros", "20 millardos de euros", 20e9, "EUR"],
    ["100 miles de millones de dólares", "100 miles de millones de dólares", 100e9, "USD"],
    ["1,4 trillones de dólares", "1,4 trillones de dólares", 1.4e12, "USD"],
    ["mil quinientos millones de euros", "mil quinientos millones de euros", 1.5e9, "EUR"],
    ["mil millones de euros", "mil millones de euros", 1e9, "EUR"],
    ["veintiún millones de francos suizos", "veintiún millones de francos suizos", 21e6, "CHF"],
    ["un millón y medio de euros", "un millón y medio de euros", 1.5e6, "EUR"],
    ["medio billón de dólares", "medio billón de dólares", 0.5e12, "USD"],
    ["dos coma cinco millones de euros", "dos coma cinco millones de euros", 2.5e6, "EUR"],
    ["dos mil trescientos cuarenta y siete dólares", "dos mil trescientos cuarenta y siete dólares", 2347, "USD"],
    ["trece euros con cuarenta y cinco céntimos", "trece euros con cuarenta y cinco céntimos", 13.45, "EUR"],
    ["USD 2,500 millones, según Lima", "USD 2,500 millones", 2.5e9, "USD"],
    ["75 USD millones", "75 USD millones", 75e6, "USD"],
    ["13.500 M€ de deuda", "13.500 M€", 13.5e9, "EUR"],
    ["20 mill. de euros", "20 mill. de euros", 20e6, "EUR"],
    ["5.000 mdd en México", "5.000 mdd", 5e9, "USD"],
    ["2 mmdd", "2 mmdd", 2e9, "USD"],
    ["600 mdp", "600 mdp", 600e6, "MXN"],
    ["7.000 millones de dólares de Hong Kong", "7.000 millones de dólares de Hong Kong", 7e9, "HKD"],
    ["12 millones de dólares canadienses", "12 millones de dólares canadienses", 12e6, "CAD"],
    ["4 billones de wones surcoreanos", "4 billones de wones surcoreanos", 4e12, "KRW"],
    ["800 millones de yuanes", "800 millones de yuanes", 800e6, "CNY"],
    ["300 millones de reales", "300 millones de reales", 300e6, "BRL"],
    ["500 millones de pesos argentinos", "500 millones de pesos argentinos", 500e6, "ARS"],
    ["197 peniques", "197 peniques", 1.97, "GBP"],
    ["MXN$ 20", "MXN$ 20", 20, "MXN"],
    ["14,10 dólares por acción", "14,10 dólares", 14.1, "USD"],
    ["a un cambio del dólar 18,50 pesos", "18,50 pesos", 18.5, "MXN"],
    ["10 gigavatios de capacidad", "10 gigavatios", 10e9, "W"],
    ["750 megavatios", "750 megavatios", 750e6, "W"],
    ["6,6 GW", "6,6 GW", 6.6e9, "W"],
    ["un 4,2 % menos", "4,2 %", 4.2, "%"],
    ["el cuarenta por ciento", "cuarenta por ciento", 40, "%"],
    ["dos puntos porcentuales", "dos puntos porcentuales", 2, "%"],
    ["tres quintos por ciento", "tres quintos por ciento", 0.6, "%"],
    ["1.200 millones de acciones", "1.200 millones de acciones", 1.2e9, "count"],
    ["30.000 millones por una parte", "30.000 millones", 30e9, "count"],
    ["entre 20.000 y 25.000 millones de dólares", "20.000 y 25.000 millones de dólares", 20e9, "USD", "exact", 25e9],
    ["de 5 a 10 gigavatios", "5 a 10 gigavatios", 5e9, "W", "exact", 10e9],
    ["2.000-3.000 millones de euros", "2.000-3.000 millones de euros", 2e9, "EUR", "exact", 3e9],
    ["hasta 100.000 millones de dólares", "100.000 millones de dólares", 100e9, "USD", "up-to"],
    ["un máximo de 3.000 millones de euros", "3.000 millones de euros", 3e9, "EUR", "up-to"],
    ["podría alcanzar los 40.000 millones de dólares", "40.000 millones de dólares", 40e9, "USD", "up-to"],
    ["cerca de 500 millones de dólares", "500 millones de dólares", 500e6, "USD", "about"],
    ["en torno a los 500 millones de dólares", "500 millones de dólares", 500e6, "USD", "about"],
    ["alrededor de 38.000 millones de dólares", "38.000 millones de dólares", 38e9, "USD", "about"],
    ["más de 6,6 GW", "6,6 GW", 6.6e9, "W", "over"],
    ["supera los 850.000 millones de dólares", "850.000 millones de dólares", 850e9, "USD", "over"],
    ["por encima de los 10 gigavatios", "10 gigavatios", 10e9, "W", "over"],
    ["al menos 10 gigavatios", "10 gigavatios", 10e9, "W", "at-least"],
    ["no menos de 20 millones de euros", "20 millones de euros", 20e6, "EUR", "at-least"],
    ["20 millones de euros como mínimo", "20 millones de euros", 20e6, "EUR", "at-least"],
    ["menos de 300 millones de euros", "300 millones de euros", 300e6, "EUR", "under"],
  ])("reads one quantity in “%s”", (text, written, value, unit, qualifier, valueTo) => {
    expect(read(text)).toMatchObject([
      { text: written, value, unit, valueTo: valueTo ?? null, ...(qualifier && { qualifier }) },
    ]);
  });

  it("reads both amounts of a conversion and of a list", () => {
    expect(read("17.500 millones de euros (20.000 millones de dólares)").map((q) => [q.value, q.unit])).toEqual([
      [17.5e9, "EUR"],
      [20e9, "USD"],
    ]);
    expect(read("30.000 millones y 20.000 millones de dólares").map((q) => q.value)).toEqual([30e9, 20e9]);
  });

  it.each([
    ["a date", "el 14 de febrero de 2026"],
    ["a date in digits", "publicado el 14.02.2026 a las 10.30"],
    ["a range of years", "entre 2024 y 2026"],
    ["chips", "los chips H100, GB200 y MI300X"],
    ["a version", "GPT-5 y Claude 4.5"],
    ["a phone number", "llame al +34 600 123 456"],
    ["an unnamed sum", "miles de millones de dólares"],
    ["tens of an unnamed sum", "decenas de miles de millones de dólares"],
    ["energy", "10 GWh al año"],
    ["a heavyweight", "es un peso pesado del sector"],
    ["a real thing", "tiene un real interés"],
    ["a decree", "el 5 de real decreto"],
    ["a lawsuit", "presentó una acción judicial"],
    ["a currency in general", "el dólar cae y el euro sube"],
    ["an address", "https://ejemplo.es/100%25-usd"],
    ["a score", "ganó 3-2"],
  ])("finds no quantity in %s", (_, text) => {
    expect(read(text)).toEqual([]);
  });
});

const cuesOf = (text: string) =>
  new Set(findCues(foldKey(text), { start: 0, end: text.length }, es).flatMap((hit) => hit.cues));

describe("Spanish cues", () => {
  it.each([
    ["invest", "se comprometió a inyectar capital"],
    ["acquire", "compró la compañía"],
    ["acquire", "lanzará una opa"],
    ["valuation", "valorada en 730.000 millones"],
    ["valuationPre", "antes de la inyección de capital"],
    ["marketCap", "vale 4 billones en bolsa"],
    ["financials", "los ingresos anualizados"],
    ["priceMove", "los títulos se dispararon"],
    ["sharePrice", "14 dólares por acción"],
    ["perUnit", "por cada gigavatio"],
    ["round", "recaudó fondos en una ronda"],
    ["secondary", "empleados vendieron acciones"],
    ["breakFee", "pagará una penalización por ruptura"],
    ["replaced", "sustituirá el compromiso"],
    ["listing", "la salida a bolsa"],
    ["sameDeal", "dicha operación"],
  ] as const)("hears %s in “%s”", (cue, text) => {
    expect(cuesOf(text)).toContain(cue);
  });

  it.each([
    ["acquire", "se comprometió a invertir"],
    ["financials", "pagará en efectivo"],
    ["added", "más de 100 millones"],
    ["part", "forma parte de una ronda"],
    ["marketCap", "la salida a bolsa"],
  ] as const)("does not hear %s in “%s”", (cue, text) => {
    expect(cuesOf(text)).not.toContain(cue);
  });
});
