import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { engine } from "./engine.ts";
import { fakeIo } from "./io.fake.ts";
import { run } from "./run.ts";

const fixtures = path.resolve(import.meta.dirname, "../tests/fixtures/articles");
const pages = readdirSync(fixtures)
  .sort()
  .slice(0, 40)
  .map((slug) => path.join(fixtures, slug, "page.html"));

async function check(jobs: string, files: readonly string[]) {
  const { io, printed } = fakeIo();
  const status = await run(["check", "--format", "jsonl", "--jobs", jobs, ...files], io, engine);
  return { status, ...printed, out: printed.out.replace(/"elapsedMs":[\d.]+/g, '"elapsedMs":0') };
}

describe("dealmark check --jobs", () => {
  it("prints from several processes what it prints in one, in the same order", async () => {
    const files = [...pages.slice(0, 20), "/no/such/page.html", ...pages.slice(20)];
    const one = await check("1", files);
    expect(await check("3", files)).toEqual(one);
    expect([one.status, one.out.trim().split("\n").length]).toEqual([1, pages.length]);
    expect(one.err).toContain("/no/such/page.html");
  }, 60_000);

  it.each(["0", "-1", "two", "1000", ""])("refuses %j", async (jobs) => {
    expect(await check(jobs, pages.slice(0, 1))).toMatchObject({ status: 2, out: "" });
  });
});
