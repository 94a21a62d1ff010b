import { once } from "node:events";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { engine } from "../engine.ts";
import { fakeIo } from "../io.fake.ts";
import { run } from "../run.ts";
import { serve } from "./serve.ts";

let base: string;
beforeAll(async () => {
  base = await mkdtemp(path.join(tmpdir(), "dealmark-feed-"));
});
afterAll(() => rm(base, { recursive: true }));

const parties = `- id: contoso
  name: Contoso
  kind: company
- id: northwind
  name: Northwind
  kind: company
`;
const deal = (id: string, value: number, more = "") => `id: ${id}
name: Contoso–Northwind ${id}
kind: investment
parties:
  - { party: northwind, role: investor }
  - { party: contoso, role: investee }
events:
  - date: 2025-09-22
    status: letter-of-intent
    figures:
      - { metric: amount, value: ${value}, unit: USD, qualifier: up-to }
    sources:
      - { url: "https://northwind.example/a", publisher: Northwind, date: 2025-09-22 }
${more}`;
const closed = `  - date: 2026-02-01
    status: closed
    figures:
      - { metric: amount, value: 30000000000, unit: USD }
    sources:
      - { url: "https://northwind.example/b", publisher: Northwind, date: 2026-02-01 }
`;

let folder: string;
let data: string;
let keys: string;
beforeEach(async () => {
  const scene = await mkdtemp(path.join(base, "scene-"));
  [folder, data, keys] = ["feed", "data", "keys"].map((name) => path.join(scene, name)) as [string, string, string];
  await mkdir(path.join(data, "deals"), { recursive: true });
  await mkdir(path.join(data, "rates"));
  await writeFile(path.join(data, "parties.yaml"), parties);
  await writeFile(path.join(data, "rates/monthly.csv"), "month,currency,usd_per_unit\n2026-01,EUR,1.17\n");
  for (let i = 0; i < 20; i++) await writeDeal(`deal-${i}`, deal(`deal-${i}`, 100_000_000_000));
});
const writeDeal = (id: string, text: string) => writeFile(path.join(data, "deals", `${id}.yaml`), text);

async function dealmark(...args: string[]) {
  const { io, printed } = fakeIo("", "2026-11-22");
  const status = await run(["feed", ...args], io, engine);
  return { status, ...printed };
}
const NOW = ["--now", "2026-11-22T12:00:00Z"];
const key = (name: string) => path.join(keys, `${name}.key.json`);
const init = () => dealmark("init", folder, "--id", "example", "--name", "Example", "--keys", keys, ...NOW);
const build = (...more: string[]) => dealmark("build", folder, "--data", data, ...more);
const sign = (name = "head") => dealmark("sign", folder, "--key", key(name), ...NOW);
const verify = (where = folder, ...more: string[]) => dealmark("verify", where, ...NOW, ...more);

/** Every file's bytes by path. */
async function filesOf(root: string): Promise<Map<string, string>> {
  const names = await readdir(root, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const texts = await Promise.all(files.sort().map((file) => readFile(file, "base64")));
  return new Map(files.map((file, i) => [path.relative(root, file), texts[i] as string]));
}

describe("publishing", () => {
  it("goes from sources to a feed that verifies, step by step", async () => {
    expect(await init()).toMatchObject({ status: 0, err: "" });
    expect(await build()).toMatchObject({ status: 0, out: expect.stringMatching(/version 2026-11-22\.1, 20 deals/) });
    expect(await sign()).toMatchObject({ status: 0, out: expect.stringMatching(/good until 2026-11-29T12:00:00Z/) });
    const { status, out } = await verify();
    expect([status, out]).toEqual([0, expect.stringMatching(/Feed "example" \(Example\), version 2026-11-22\.1/)]);
    expect(out).toMatch(/first installation: \d requests/);
  });

  it("keeps private keys from others, and never overwrites them", async () => {
    await init();
    expect((await stat(key("root"))).mode & 0o077).toBe(0);
    await rm(path.join(folder, "1.root.json"));
    expect(await init()).toMatchObject({ status: 1, err: expect.stringMatching(/never overwritten/) });
  });

  it.each(["", "keys", "c/../keys"])("puts no private key where the feed is published: <feed>/%s", async (inside) => {
    const inFeed = path.join(folder, inside);
    const outcome = await dealmark("init", folder, "--id", "example", "--name", "Example", "--keys", inFeed, ...NOW);
    expect(outcome).toMatchObject({ status: 1, err: expect.stringMatching(/which is published/) });
    await init();
    const rotated = await dealmark("rotate", folder, "--key", key("root"), "--keys", inFeed, "--new-head", ...NOW);
    expect(rotated).toMatchObject({ status: 1, err: expect.stringMatching(/which is published/) });
    expect([...(await filesOf(folder)).keys()]).toEqual(["1.root.json"]);
  });

  it("says in time that the root runs out, when it signs and when it verifies", async () => {
    await init();
    await build();
    expect((await sign()).err).toBe("");
    const late = ["--now", "2027-11-01T12:00:00Z"];
    const warning = /1\.root\.json is good until 2027-11-22T12:00:00Z only/;
    const signed = await dealmark("sign", folder, "--key", key("head"), ...late);
    expect(signed).toMatchObject({ status: 0, err: expect.stringMatching(warning) });
    expect(await dealmark("verify", folder, ...late)).toMatchObject({ status: 0, err: expect.stringMatching(warning) });
  });

  it("gives the same bytes for the same data, keys and time, whatever order the files were written in", async () => {
    await init();
    await build();
    await sign();
    const first = await filesOf(folder);
    const other = `${folder}-again`;
    await mkdir(other);
    await cp(path.join(folder, "1.root.json"), path.join(other, "1.root.json"));
    await cp(data, `${data}-again`, { recursive: true });
    const again = ["build", other, "--data", `${data}-again`];
    await dealmark(...again);
    await dealmark("sign", other, "--key", key("head"), ...NOW);
    expect(await filesOf(other)).toEqual(first);
    await dealmark(...again);
    expect(await filesOf(other)).toEqual(first);
  });

  it("leads from each earlier version by a delta that verify follows", async () => {
    await init();
    await build();
    for (const i of [1, 2, 3]) {
      await writeDeal(`deal-${i}`, deal(`deal-${i}`, 100_000_000_000, closed));
      await build();
    }
    await sign();
    const { status, out } = await verify();
    expect([status, out]).toEqual([0, expect.stringMatching(/version 2026-11-22\.4[\s\S]*3 deltas, all good/)]);
  });

  it("says that nothing has changed, and keeps the version", async () => {
    await init();
    await build();
    expect(await build()).toMatchObject({ status: 0, out: expect.stringMatching(/2026-11-22\.1 is there already/) });
  });

  it.each([
    ["other data under a version that is published", "2026-11-22.1", /published with other data/],
    ["a version below the published one", "2025-01-01.1", /older than 2026-11-22\.1/],
  ])("refuses %s", async (_, version, why) => {
    await init();
    await build();
    await writeDeal("deal-1", deal("deal-1", 5_000_000));
    expect(await build("--data-version", version)).toMatchObject({ status: 1, err: expect.stringMatching(why) });
  });

  it("says of two versions what changed, deal by deal, in the language asked for", async () => {
    await init();
    await build();
    await writeDeal("deal-1", deal("deal-1", 100_000_000_000, closed));
    await rm(path.join(data, "deals/deal-2.yaml"));
    await build();
    const diff = (...more: string[]) => dealmark("diff", folder, "2026-11-22.1", "2026-11-22.2", ...more);
    expect((await diff()).out.split("\n")).toEqual([
      "2 deals changed from 2026-11-22.1 to 2026-11-22.2",
      "  Contoso–Northwind deal-1 (changed): letter of intent → closed; amount: up to $100 billion → $30 billion",
      "  Contoso–Northwind deal-2 (removed): letter of intent; amount: up to $100 billion",
      "",
    ]);
    expect((await diff("--lang", "fr")).out).toMatch(/jusqu’à 100\s+milliards/);
    const unknown = await dealmark("diff", folder, "2020-01-01.1", "2026-11-22.2");
    expect(unknown).toMatchObject({ status: 1, err: expect.stringMatching(/no version 2020-01-01\.1\. It has:/) });
  });

  it("hands signing on to new keys, and the old head key is worth nothing then", async () => {
    await init();
    await build();
    const rotated = await dealmark(
      ...["rotate", folder, "--key", key("root"), "--keys", keys, "--new-root", "--new-head", ...NOW],
    );
    expect(rotated).toMatchObject({ status: 0, out: expect.stringMatching(/2\.root\.json: follows 1\.root\.json/) });
    expect(await sign("head")).toMatchObject({ status: 1, err: expect.stringMatching(/may not sign/) });
    expect(await sign("head-2")).toMatchObject({ status: 0 });
    expect(await verify()).toMatchObject({ status: 0 });
    const [first] = [path.join(folder, "1.root.json")];
    expect(await verify(folder, "--root", first)).toMatchObject({ status: 0 });
  });

  it("asks for as many root keys as must sign", async () => {
    const several = ["--root-keys", "3", "--threshold", "2"];
    await dealmark("init", folder, "--id", "example", "--name", "Example", "--keys", keys, ...several, ...NOW);
    const rotate = (...names: string[]) =>
      dealmark("rotate", folder, "--keys", keys, "--new-head", ...NOW, "--key", ...names.map(key));
    expect(await rotate("root-1")).toMatchObject({
      status: 1,
      err: expect.stringMatching(/2 of the present root keys/),
    });
    expect(await rotate("root-1", "root-3")).toMatchObject({ status: 0 });
  });
});

describe("verify", () => {
  const damage = async (prefix: string) => {
    const names = await readdir(folder, { recursive: true });
    const name = names.find((one) => one.startsWith(prefix) && one.includes(".json")) as string;
    const bytes = await readFile(path.join(folder, name));
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] as number) ^ 1;
    await writeFile(path.join(folder, name), bytes);
  };
  it.each([
    ["head.json", "head.json"],
    ["a root", "1.root"],
    ["the catalogue", "catalog/"],
    ["a chunk", "c/"],
    ["a delta", "d/"],
  ])("finds one wrong bit in %s", async (_, prefix) => {
    await init();
    await build();
    if (prefix === "d/") {
      await writeDeal("deal-1", deal("deal-1", 100_000_000_000, closed));
      await build();
    }
    await sign();
    expect(await verify()).toMatchObject({ status: 0 });
    await damage(prefix);
    expect(await verify()).toMatchObject({ status: 1, err: expect.stringMatching(/\w/) });
  });

  it("finds a feed that has expired", async () => {
    await init();
    await build();
    await sign();
    const late = await dealmark("verify", folder, "--now", "2026-11-30T00:00:00Z");
    expect(late).toMatchObject({ status: 1, err: expect.stringMatching(/expired/) });
  });
});

describe("validate", () => {
  it("has nothing to say about sound sources", async () => {
    expect(await dealmark("validate", data)).toMatchObject({
      status: 0,
      out: expect.stringMatching(/20 deals.*no problem/),
    });
  });

  it.each<[string, string, RegExp]>([
    ["an id that is another file's", deal("deal-2", 5e9), /deal-1\.yaml:1: id: Expected the file's own name/],
    [
      "an unknown party",
      deal("deal-1", 5e9).replace("party: contoso", "party: fabrikam"),
      /:6: parties\[1\]\.party: Unknown/,
    ],
    [
      "events out of order",
      deal("deal-1", 5e9, closed.replace("2026-02-01", "2024-02-01")),
      /events\[1\]\.date: Events stand/,
    ],
    [
      "a figure without a source",
      deal("deal-1", 5e9).replace(/ {4}sources:[\s\S]*/, ""),
      /events\[0\]: An event without sources/,
    ],
    [
      "a metric's unit wrong",
      deal("deal-1", 5e9).replace("unit: USD", "unit: W"),
      /unit: Expected a currency for amount/,
    ],
    ["no YAML", "a: [", /deal-1\.yaml:\d/],
  ])("names file, line and reason of %s", async (_, text, why) => {
    await writeDeal("deal-1", text);
    expect(await dealmark("validate", data)).toMatchObject({ status: 1, err: expect.stringMatching(why) });
    await init();
    expect((await build()).status).toBe(1);
  });

  it("says what a data folder has where there is none", async () => {
    expect(await dealmark("validate", `${data}-none`)).toMatchObject({
      status: 1,
      err: expect.stringMatching(/is missing/),
    });
  });
});

describe("serve", () => {
  it("serves the feed's files with what caches need to know, and nothing else", async () => {
    await init();
    await build();
    await sign();
    const { server, address } = await serve(folder, 0);
    try {
      expect(await verify(address)).toMatchObject({ status: 0 });
      const head = await fetch(`${address}head.json`);
      expect(head.headers.get("cache-control")).toBe("public, max-age=300");
      const etag = head.headers.get("etag") as string;
      expect((await fetch(`${address}head.json`, { headers: { "if-none-match": etag } })).status).toBe(304);
      const chunk = [...(await filesOf(folder)).keys()].find((name) => name.startsWith("c/"));
      const immutable = await fetch(address + chunk);
      expect(immutable.headers.get("cache-control")).toMatch(/immutable/);
      expect(immutable.headers.get("content-encoding")).toBeNull();
      for (const name of ["unsigned.json", "..%2fkeys%2fhead.key.json", "%2e%2e/keys/head.key.json", ""]) {
        expect((await fetch(address + name)).status).toBe(404);
      }
      expect((await fetch(`${address}head.json`, { method: "POST" })).status).toBe(405);
    } finally {
      server.close();
      await once(server, "close");
    }
  });
});

it.each(["serve", "verify", "build", "sign"])("%s says what to do where there is no feed", async (command) => {
  expect(await dealmark(command, `${folder}-none`)).toMatchObject({
    status: 1,
    err: expect.stringMatching(/has no 1\.root\.json\. Start a feed with: dealmark feed init/),
  });
});

it("serve says that its port is taken", async () => {
  await init();
  const { server, address } = await serve(folder, 0);
  try {
    expect(await dealmark("serve", folder, "--port", new URL(address).port)).toMatchObject({
      status: 1,
      err: expect.stringMatching(/is taken\. Choose another with --port/),
    });
  } finally {
    server.close();
    await once(server, "close");
  }
});

describe("a head key in the environment", () => {
  it("signs as one in a file does", async () => {
    await init();
    await build();
    vi.stubEnv("DEALMARK_HEAD_KEY", await readFile(key("head"), "utf8"));
    expect(await dealmark("sign", folder, ...NOW)).toMatchObject({ status: 0 });
    vi.stubEnv("DEALMARK_HEAD_KEY", "secret");
    expect(await dealmark("sign", folder, ...NOW)).toMatchObject({
      status: 1,
      err: expect.not.stringContaining("secret"),
    });
    vi.unstubAllEnvs();
  });
});

it.each([
  [["init", "x"], 2],
  [["build"], 2],
  [["diff", "x", "latest", "2026-01-01.1"], 2],
  [["serve", "x", "--port", "none"], 2],
  [["nonsense"], 2],
])("%j is refused before anything is done", async (args, status) => {
  expect((await dealmark(...args)).status).toBe(status);
});
