import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { sha256 } from "../dataset/pages.ts";
import { type DownloadOptions, download, downloadNamed, downloadPart, inflate, type NamedPart } from "./download.ts";
import { body, gzip, IMPATIENT } from "./feed.fake.ts";
import { limits } from "./formats.ts";

const URL = "https://feeds.example/deals/head.json";
const bytesOf = (text: string) => new TextEncoder().encode(text);
const answering = (response: () => Response | Promise<Response>): Pick<DownloadOptions, "fetch"> => ({
  fetch: async () => response(),
});

describe("download", () => {
  it("gives the file, and how its host names this version of it", async () => {
    const headers = { etag: '"a"', date: "Sun, 22 Nov 2026 12:00:00 GMT" };
    const file = await download(URL, { ...answering(() => new Response("hello", { headers })), maxBytes: 5 });
    expect(file).toEqual({ bytes: bytesOf("hello"), ...headers });
  });

  it("tells of the bytes as they arrive", async () => {
    const received: number[] = [];
    await download(URL, {
      ...answering(() => new Response(body([bytesOf("ab"), bytesOf("cde")]))),
      maxBytes: 5,
      received: (bytes) => received.push(bytes),
    });
    expect(received).toEqual([2, 3]);
  });

  it("asks whether the file is still the one that is known, without cookies, referrer, cache or redirects", async () => {
    const seen: RequestInit[] = [];
    const options = {
      maxBytes: 5,
      async fetch(_url: string, init: RequestInit) {
        seen.push(init);
        return new Response(null, { status: 304 });
      },
    };
    expect(await download(URL, { ...options, etag: '"a"' })).toBeNull();
    await expect(download(URL, options)).rejects.toMatchObject({ code: "refused" });
    expect(seen).toMatchObject([
      {
        headers: { "if-none-match": '"a"' },
        credentials: "omit",
        referrerPolicy: "no-referrer",
        cache: "no-store",
        redirect: "manual",
      },
      { headers: {} },
    ]);
  });

  it.each<[string, () => Response | Promise<Response>, string]>([
    ["one byte too many", () => new Response("sixsix"), "too-large"],
    ["too many announced", () => new Response(body([], "hangs"), { headers: { "content-length": "6" } }), "too-large"],
    ["no answer", () => new Promise<Response>(() => {}), "too-slow"],
    ["an answer that stops", () => new Response(body([bytesOf("a")], "hangs")), "too-slow"],
    ["an answer that breaks off", () => new Response(body([bytesOf("a")], "breaks")), "cut-short"],
    ["no connection", () => Promise.reject(new TypeError("fetch failed")), "unreachable"],
    ["204", () => new Response(null, { status: 204 }), "refused"],
    ["206", () => new Response("part", { status: 206 }), "refused"],
    ["410", () => new Response("", { status: 410 }), "not-found"],
    ["503", () => new Response("", { status: 503 }), "busy"],
  ])("refuses %s", async (_, response, code) => {
    const timeouts = code === "too-slow" ? { timeouts: IMPATIENT } : {};
    const refused = download(URL, { ...answering(response), maxBytes: 5, ...timeouts });
    await expect(refused).rejects.toMatchObject({ name: "FeedError", code });
  });

  it("does not take an encoded file's length for its own", async () => {
    const headers = { "content-length": "600", "content-encoding": "gzip" };
    const file = await download(URL, { ...answering(() => new Response("hello", { headers })), maxBytes: 5 });
    expect(file?.bytes).toEqual(bytesOf("hello"));
  });

  it("ends the request of a file that it gives up", async () => {
    let ended: unknown;
    const fetch = async (_url: string, init: RequestInit) => {
      init.signal?.addEventListener("abort", () => {
        ended = init.signal?.reason;
      });
      return new Response(body([bytesOf("sixsix")], "hangs"));
    };
    await expect(download(URL, { fetch, maxBytes: 5 })).rejects.toMatchObject({ code: "too-large" });
    expect(ended).toMatchObject({ code: "too-large" });
  });
});

const named = async (bytes: Uint8Array<ArrayBuffer>) => ({ sha256: await sha256(bytes), length: bytes.length });

describe("downloadNamed", () => {
  it.each<[string, string, string | null]>([
    ["the file that was named", "hello", null],
    ["a shorter one", "hell", "cut-short"],
    ["a longer one", "hello!", "too-large"],
    ["another of the same length", "hallo", "altered"],
    ["nothing", "", "cut-short"],
  ])("given %s", async (_, sent, code) => {
    const bytes = downloadNamed(
      URL,
      await named(bytesOf("hello")),
      answering(() => new Response(sent)),
    );
    if (code === null) expect(await bytes).toEqual(bytesOf("hello"));
    else await expect(bytes).rejects.toMatchObject({ code });
  });
});

describe("downloadPart", () => {
  const content = bytesOf("x".repeat(1000));
  const file = gzip(content);
  const part = async (parts: Partial<NamedPart> = {}): Promise<NamedPart> => ({
    ...(await named(file)),
    content: await sha256(content),
    size: content.length,
    ...parts,
  });
  const flipped = (bytes: Uint8Array<ArrayBuffer>, at: number) => {
    const other = bytes.slice();
    other[at] = (other[at] as number) ^ 1;
    return other;
  };

  it.each<[string, () => Uint8Array<ArrayBuffer>]>([
    ["as it was signed", () => file],
    ["as the browser inflated it for a host that takes .gz for an encoding", () => gunzipSync(file).slice()],
  ])("inflates a file that comes %s", async (_, sent) => {
    expect(
      await downloadPart(
        URL,
        await part(),
        answering(() => new Response(sent())),
      ),
    ).toEqual(content);
  });

  it.each<[string, () => Uint8Array<ArrayBuffer>, Partial<NamedPart>, string]>([
    ["one wrong bit", () => flipped(file, file.length >> 1), {}, "altered"],
    ["one wrong bit in what the browser inflated", () => flipped(content, 10), {}, "altered"],
    ["the beginning alone", () => file.slice(0, 10), {}, "cut-short"],
    ["the beginning of what the browser inflated", () => content.slice(0, 10), {}, "cut-short"],
    ["more than was signed comes out", () => file, { size: 10 }, "too-large"],
    ["less than was signed comes out", () => file, { size: 2000 }, "cut-short"],
    ["something else than was signed comes out", () => file, { content: "0".repeat(64) }, "altered"],
    ["it is signed for more than any file may weigh", () => file, { length: limits.compressed + 1 }, "too-large"],
    ["it is signed for more than may come out of any file", () => file, { size: limits.inflated + 1 }, "too-large"],
  ])("refuses a file where %s", async (_, sent, parts, code) => {
    const inflated = downloadPart(
      URL,
      await part(parts),
      answering(() => new Response(sent())),
    );
    await expect(inflated).rejects.toMatchObject({ code });
  });
});

describe("inflate", () => {
  it("gives what is in it, and refuses what is no gzip or comes to too much", async () => {
    const content = bytesOf("y".repeat(100_000));
    expect(await inflate(gzip(content), 100_000, "a file")).toEqual(content);
    await expect(inflate(gzip(content), 99_999, "a file")).rejects.toMatchObject({ code: "too-large" });
    await expect(inflate(bytesOf("plain"), 100, "a file")).rejects.toMatchObject({ code: "altered" });
  });
});
