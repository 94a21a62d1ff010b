import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fakeIo } from "./io.fake.ts";
import { MAX_BYTES } from "./read-input.ts";
import { fakeEngine } from "./reader.fake.ts";
import { run } from "./run.ts";

const page = (text: string, title = "Northwind invests") => `<!doctype html>
<html lang="en"><head><title>${title}</title><link rel="canonical" href="https://news.example/1">
<meta property="article:published_time" content="2026-02-01T08:00:00Z"></head>
<body><article><p>${text}</p></article></body></html>`;

const good = page("Northwind puts $20 billion into Contoso, both companies said on Sunday.");
const files: Record<string, string | Uint8Array> = {
  "good.html": good,
  "none.html": page("Nothing of the kind happened."),
  "empty.html": "",
  "no-text.html": "<!doctype html><html><body><nav></nav></body></html>",
  "notes.txt": "Northwind puts $20 billion into Contoso.",
  "latin.html": Uint8Array.from("<p>caf\xe9", (character) => character.charCodeAt(0)),
  "fails.html": page("Something.", "Fails"),
  "large.html": good.padEnd(MAX_BYTES + 1, " "),
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "dealmark-"));
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content);
});
afterAll(() => rm(folder, { recursive: true }));

const at = (name: string) => path.join(folder, name);
async function check(args: string[], input = "") {
  const { io, printed } = fakeIo(input);
  const status = await run(["check", ...args], io, fakeEngine);
  return { status, ...printed };
}

describe("dealmark check --format jsonl", () => {
  it("prints a line a page, with the fields in their fixed order", async () => {
    const { status, out, err } = await check(["--format", "jsonl", at("good.html")]);
    expect([status, err]).toEqual([0, ""]);
    const line = JSON.parse(out);
    const figure = {
      deal: "northwind-contoso-2026",
      value: 2_000_000_000,
      unit: "USD",
      qualifier: "up-to",
      since: "2026-01-15",
      status: "announced",
    };
    const expected = {
      file: at("good.html"),
      url: "https://news.example/1",
      lang: "en",
      published: "2026-02-01",
      asOf: "2026-11-22",
      dataset: { version: "2026-02-01.1", deals: 1 },
      deals: ["northwind-contoso-2026"],
      claims: [
        {
          quote: { exact: "$20 billion", prefix: "Northwind puts ", suffix: " into Contoso, both companies sa" },
          deal: "northwind-contoso-2026",
          metric: "amount",
          value: 20_000_000_000,
          valueTo: null,
          unit: "USD",
          qualifier: "exact",
          verdict: "discrepancy",
          reason: "scale",
          factor: 10,
          historical: false,
          notes: ["non-binding"],
          expected: figure,
          now: figure,
          confidence: 0.97,
        },
      ],
      elapsedMs: line.elapsedMs,
    };
    expect(out).toBe(`${JSON.stringify(expected)}\n`);
    expect(line.elapsedMs).toBeTypeOf("number");
  });

  it("reads standard input for -", async () => {
    const { status, out } = await check(["--format", "jsonl", "-"], good);
    expect([status, JSON.parse(out).file, JSON.parse(out).claims.length]).toEqual([0, "-", 1]);
  });

  it("prints a line for a page without claims, and null for what a page does not say", async () => {
    const { status, out } = await check(["--format", "jsonl", "-"], "<p>Nothing of the kind happened.");
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ url: null, published: null, deals: [], claims: [] });
  });

  it("judges as of the day asked for", async () => {
    const { out } = await check(["--format", "jsonl", "--as-of", "2026-03-01", at("good.html")]);
    expect(JSON.parse(out).asOf).toBe("2026-03-01");
  });
});

describe("dealmark check, given a bad input", () => {
  it.each([
    ["a file that is not there", "gone.html", "no such file"],
    ["a directory", ".", "is a directory; name the files in it"],
    ["an empty file", "empty.html", "is empty"],
    ["a page without text", "no-text.html", "has no text"],
    ["a file that is not HTML", "notes.txt", "is not HTML"],
    ["a page that is not UTF-8", "latin.html", "is not UTF-8, and declares no other encoding"],
    ["a page that is too large", "large.html", "is larger than 16 MB"],
  ])("names %s on one line, and does the others", async (_what, name, reason) => {
    const { status, out, err } = await check(["--format", "jsonl", at("good.html"), at(name), at("none.html")]);
    expect(status).toBe(1);
    expect(err).toBe(`${at(name)}: ${reason}\n`);
    const done = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).file);
    expect(done).toEqual([at("good.html"), at("none.html")]);
  });

  it("names standard input as such", async () => {
    expect(await check(["-"], "")).toEqual({ status: 1, out: "", err: "standard input: is empty\n" });
  });

  it("survives a mistake of its own on one page, and says where it was made", async () => {
    const { status, out, err } = await check(["--format", "jsonl", at("fails.html"), at("good.html")]);
    expect(status).toBe(1);
    expect(err).toMatch(/^\S+fails\.html: could not be checked: x is not a function \(at .*reader\.fake\.ts.*\)\n$/);
    expect(JSON.parse(out).file).toBe(at("good.html"));
  });
});

describe("dealmark, given arguments that it cannot use", () => {
  it.each([
    ["no file", ["check"], "missing required argument 'file'"],
    ["a day that does not exist", ["check", "--as-of", "2026-02-30", "x"], "Expected a date that exists"],
    ["a day in the future", ["check", "--as-of", "2026-11-23", "x"], "lies in the future; today is 2026-11-22"],
    ["a format that it does not have", ["check", "--format", "pdf", "x"], "Allowed choices are jsonl, text"],
    ["an option that it does not have", ["check", "--loud", "x"], "unknown option '--loud'"],
    ["a command that it does not have", ["frobnicate"], "unknown command 'frobnicate'"],
    ["too much", ["quantities", "x"], "too many arguments"],
  ])("refuses %s in one line with status 2, and reads nothing", async (_what, args, reason) => {
    const { io, printed } = fakeIo(good);
    expect(await run(args, io, fakeEngine)).toBe(2);
    expect(printed.err).toContain(reason);
    expect(printed.err.trimEnd().split("\n")).toHaveLength(1);
    expect(printed.out).toBe("");
  });

  it("shows what it can do where it is given nothing", async () => {
    const { io, printed } = fakeIo();
    expect(await run([], io, fakeEngine)).toBe(2);
    expect(printed.err).toContain("Usage: dealmark");
  });

  it("prints help when asked, with status 0", async () => {
    const { io, printed } = fakeIo();
    expect(await run(["check", "--help"], io, fakeEngine)).toBe(0);
    expect(printed.out).toContain("--as-of <date>");
  });
});
