import { describe, expect, it } from "vitest";
import { findCues } from "../../reading/cues.ts";
import { foldKey } from "../../reading/fold.ts";
import { readQuantities } from "../../reading/quantities.ts";
import { ptBR } from "./index.ts";

/** The one quantity that a text states: what is written, value, unit, and where they matter qualifier and upper end. */
type Row = [text: string, written: string, value: number, unit: string, qualifier?: string, valueTo?: number];

const read = (text: string) => readQuantities(text, ptBR);

describe("Brazilian quantities", () => {
  it.each<Row>([
    ["investirá US$ 100 bilhões", "US$ 100 bilhões", 100e9, "USD"],
    ["US$ 30 bi na rodada", "US$ 30 bi", 30e9, "USD"],
    ["R$ 5 mi", "R$ 5 mi", 5e6, "BRL"],
    ["R$ 1,2 tri", "R$ 1,2 tri", 1.2e12, "BRL"],
    ["30 bi de dólares", "30 bi de dólares", 30e9, "USD"],
    ["30 bilhões de dólares americanos", "30 bilhões de dólares americanos", 30e9, "USD"],
    ["1,4 trilhão de dólares", "1,4 trilhão de dólares", 1.4e12, "USD"],
    ["R$500 milhões", "R$500 milhões", 500e6, "BRL"],
    ["US$ 50 mil", "US$ 50 mil", 50e3, "USD"],
    ["R$ 1.234.567,89", "R$ 1.234.567,89", 1234567.89, "BRL"],
    ["um bilhão e meio de reais", "um bilhão e meio de reais", 1.5e9, "BRL"],
    ["meio trilhão de dólares", "meio trilhão de dólares", 0.5e12, "USD"],
    ["vinte e cinco bilhões de reais", "vinte e cinco bilhões de reais", 25e9, "BRL"],
    ["mil e quinhentos milhões de euros", "mil e quinhentos milhões de euros", 1.5e9, "EUR"],
    ["dois vírgula cinco bilhões de reais", "dois vírgula cinco bilhões de reais", 2.5e9, "BRL"],
    ["1 bilhão e 200 milhões de reais", "1 bilhão e 200 milhões de reais", 1.2e9, "BRL"],
    ["30 mil milhões de dólares", "30 mil milhões de dólares", 30e9, "USD"],
    ["15 reais e 15 centavos", "15 reais e 15 centavos", 15.15, "BRL"],
    ["4 trilhões de ienes", "4 trilhões de ienes", 4e12, "JPY"],
    ["98 bilhões de yuans", "98 bilhões de yuans", 98e9, "CNY"],
    ["3 bilhões de libras esterlinas", "3 bilhões de libras esterlinas", 3e9, "GBP"],
    ["5 bilhões de dólares canadenses", "5 bilhões de dólares canadenses", 5e9, "CAD"],
    ["5 bilhões de dólares de Hong Kong", "5 bilhões de dólares de Hong Kong", 5e9, "HKD"],
    ["10 gigawatts de capacidade", "10 gigawatts", 10e9, "W"],
    ["meio gigawatt", "meio gigawatt", 0.5e9, "W"],
    ["alta de 4,2%", "4,2%", 4.2, "%"],
    ["cento e trinta e dois por cento", "cento e trinta e dois por cento", 132, "%"],
    ["0,5 ponto percentual", "0,5 ponto percentual", 0.5, "%"],
    ["800 milhões de ações ordinárias", "800 milhões de ações ordinárias", 800e6, "count"],
    ["entre 20 e 25 bilhões de dólares", "20 e 25 bilhões de dólares", 20e9, "USD", "exact", 25e9],
    ["de 5 a 10 por cento", "5 a 10 por cento", 5, "%", "exact", 10],
    ["até US$ 100 bilhões", "US$ 100 bilhões", 100e9, "USD", "up-to"],
    ["pode chegar a US$ 40 bilhões", "US$ 40 bilhões", 40e9, "USD", "up-to"],
    ["cerca de R$ 1 bilhão", "R$ 1 bilhão", 1e9, "BRL", "about"],
    ["quase US$ 17,5 bilhões", "US$ 17,5 bilhões", 17.5e9, "USD", "about"],
    ["mais de 6 GW", "6 GW", 6e9, "W", "over"],
    ["acima de R$ 2 bilhões", "R$ 2 bilhões", 2e9, "BRL", "over"],
    ["ao menos US$ 10 bilhões", "US$ 10 bilhões", 10e9, "USD", "at-least"],
    ["US$ 10 bilhões ou mais", "US$ 10 bilhões", 10e9, "USD", "at-least"],
    ["menos de R$ 300 milhões", "R$ 300 milhões", 300e6, "BRL", "under"],
  ])("reads the first quantity of “%s”", (text, written, value, unit, qualifier, valueTo) => {
    expect(read(text)[0]).toMatchObject({
      text: written,
      value,
      unit,
      valueTo: valueTo ?? null,
      ...(qualifier && { qualifier }),
    });
  });

  it.each([
    ["a date", "14 de fevereiro de 2026"],
    ["years", "entre 2024 e 2026"],
    ["chips", "os chips H100 e MI300X"],
    ["a version", "o GPT-5 e o iPhone 17"],
    ["a phone number", "ligue para (11) 99999-1234"],
    ["an unnamed sum", "bilhões de dólares"],
    ["a lawsuit", "moveu uma ação judicial"],
    ["a currency in general", "o real se valorizou frente ao dólar"],
    ["a heavyweight", "um peso pesado do setor"],
    ["energy", "consome 10 GWh"],
    ["a score", "venceu por 3-2"],
  ])("finds no quantity in %s", (_, text) => {
    expect(read(text)).toEqual([]);
  });
});

const cuesOf = (text: string) =>
  new Set(findCues(foldKey(text), { start: 0, end: text.length }, ptBR).flatMap((hit) => hit.cues));

describe("Brazilian cues", () => {
  it.each([
    ["invest", "fará um aporte"],
    ["acquire", "comprou a empresa"],
    ["valuation", "avaliada em US$ 30 bilhões"],
    ["valuationPre", "valuation pré-money"],
    ["marketCap", "o valor de mercado"],
    ["financials", "teve receita recorde"],
    ["priceMove", "as ações dispararam"],
    ["sharePrice", "US$ 14 por ação"],
    ["perUnit", "por cada gigawatt"],
    ["round", "captou em uma rodada"],
    ["secondary", "funcionários venderam ações"],
    ["breakFee", "a multa rescisória"],
    ["replaced", "em vez dos planos"],
    ["listing", "a abertura de capital"],
    ["sameDeal", "a operação"],
  ] as const)("hears %s in “%s”", (cue, text) => {
    expect(cuesOf(text)).toContain(cue);
  });

  it.each([
    ["condition", "a empresa se uniu à rival"],
    ["added", "mais de US$ 100 bilhões"],
    ["acquire", "se comprometeu a investir"],
    ["financials", "em dinheiro vivo"],
  ] as const)("does not hear %s in “%s”", (cue, text) => {
    expect(cuesOf(text)).not.toContain(cue);
  });
});
