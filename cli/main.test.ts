import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";

const main = path.join(import.meta.dirname, "main.ts");
const start = (...args: string[]) =>
  spawn(process.execPath, [main, ...args], { env: { ...process.env, NO_COLOR: "1" } });

/** Runs the real program on the project's own dataset. */
async function dealmark(args: string[], input: string) {
  const child = start(...args);
  child.stdin.end(input);
  const [out, err, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { status, out, err };
}

const page = `<html lang="en"><head><title>Chip maker and lab reach a deal</title>
<meta property="article:published_time" content="2025-09-23"></head><body><article>
<p>Nvidia will invest up to $100 billion in OpenAI under a letter of intent that the two companies signed on Monday.</p>
<p>Nvidia's $1 trillion investment in OpenAI comes as at least 10 gigawatts of its systems are deployed.</p>
</article></body></html>`;

describe("dealmark", () => {
  it("checks a page against the dataset", async () => {
    const { status, out, err } = await dealmark(["check", "--format", "jsonl", "--as-of", "2025-10-01", "-"], page);
    expect([status, err]).toEqual([0, ""]);
    const { lang, published, dataset, deals, claims } = JSON.parse(out);
    expect({ lang, published, deals }).toEqual({ lang: "en", published: "2025-09-23", deals: ["nvidia-openai-2025"] });
    expect(dataset.deals).toBeGreaterThan(200);
    expect(claims[0]).toMatchObject({
      quote: { exact: "$100 billion", prefix: expect.stringMatching(/Nvidia will invest up to $/) },
      value: 100e9,
      qualifier: "up-to",
      verdict: "confirmed",
      expected: { value: 100e9, since: "2025-09-22", status: "letter-of-intent" },
    });
    expect(claims[1]).toMatchObject({ value: 1e12, verdict: "discrepancy", reason: "scale", factor: 10 });
  });

  it("ends quietly where its reader has seen enough", async () => {
    const child = start("quantities");
    const closed = once(child, "close");
    const complaints = text(child.stderr);
    child.stdin.on("error", () => {}); // the program may be gone before it has read everything
    child.stdin.write('{"id":1,"lang":"en","text":"$5 billion"}\n');
    await once(child.stdout, "data");
    child.stdout.destroy();
    child.stdin.end('{"id":2,"lang":"en","text":"$5 billion"}\n'.repeat(10_000));
    expect([(await closed)[0], await complaints]).toEqual([0, ""]);
  });
});
