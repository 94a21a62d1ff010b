import { describe, expect, it } from "vitest";
import { engine } from "./engine.ts";
import { fakeIo } from "./io.fake.ts";
import { run } from "./run.ts";

const readLines = async (input: string, ...args: string[]) => {
  const { io, printed } = fakeIo(input);
  const status = await run(["quantities", ...args], io, engine);
  const lines = printed.out
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  return { status, lines, err: printed.err };
};

describe("dealmark quantities", () => {
  it("prints what is found in each text, in the fields' fixed order", async () => {
    const text = "Up to $5 billion for 1.5 GW";
    const { status, lines, err } = await readLines(`${JSON.stringify({ id: "a", lang: "en", text })}\n`);
    expect([status, err]).toEqual([0, ""]);
    expect(lines).toEqual([
      {
        id: "a",
        quantities: [
          { start: 6, end: 16, text: "$5 billion", value: 5e9, valueTo: null, unit: "USD", qualifier: "up-to" },
          { start: 21, end: 27, text: "1.5 GW", value: 1.5e9, valueTo: null, unit: "W", qualifier: "exact" },
        ],
      },
    ]);
    expect(Object.keys(lines[0].quantities[0])).toEqual([
      "start",
      "end",
      "text",
      "value",
      "valueTo",
      "unit",
      "qualifier",
    ]);
  });

  it("prints a line for a text without quantities, and keeps ids as they are", async () => {
    const { lines } = await readLines('{"id":7,"lang":"en","text":"nothing"}\n\n{"id":"8","lang":"en","text":""}');
    expect(lines).toEqual([
      { id: 7, quantities: [] },
      { id: "8", quantities: [] },
    ]);
  });

  it("reads a line that names no language in the one given", async () => {
    const line = '{"id":1,"text":"5 milliards de dollars"}';
    expect((await readLines(line, "--lang", "fr")).lines[0].quantities).toMatchObject([{ value: 5e9, unit: "USD" }]);
    expect((await readLines(line)).lines[0].quantities).toEqual([]);
  });

  it.each([
    ["no JSON", "oops", "is not JSON"],
    ["no object", "[1]", 'is not of the form {"id", "lang", "text"}'],
    ["no id", '{"text":"x"}', '"id": expected a string or number'],
    ["no text", '{"id":1}', '"text": expected a string'],
  ])("names a line that is %s, and does the others", async (_what, bad, reason) => {
    const good = (id: number) => `{"id":${id},"lang":"en","text":"$1 million"}`;
    const { status, lines, err } = await readLines(`${good(1)}\n${bad}\n${good(3)}\n`);
    expect(status).toBe(1);
    expect(err).toBe(`standard input, line 2: ${reason}\n`);
    expect(lines.map((line) => line.id)).toEqual([1, 3]);
  });

  it("says once that a language cannot be read", async () => {
    const { status, lines, err } = await readLines(
      '{"id":1,"lang":"tlh","text":"5 $"}\n{"id":2,"lang":"tlh","text":"5 $"}\n',
    );
    expect(status).toBe(0);
    expect(lines).toEqual([
      { id: 1, quantities: [] },
      { id: 2, quantities: [] },
    ]);
    expect(err.match(/tlh/g)).toHaveLength(1);
  });

  it("refuses a language that is none", async () => {
    const { status, err } = await readLines("", "--lang", "not a language");
    expect(status).toBe(2);
    expect(err).toContain("BCP 47");
  });
});
