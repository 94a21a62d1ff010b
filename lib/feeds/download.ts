/**
 * One file of a feed, from a host that is not trusted: it may send too much, too slowly, something else, or nothing.
 */
import { sha256 } from "../dataset/pages.ts";
import { FeedError } from "./errors.ts";
import { limits } from "./formats.ts";

/** `fetch`, or what stands for it in tests and on the command line. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export type DownloadOptions = {
  fetch: Fetch;
  /** Bytes beyond this are not read. */
  maxBytes: number;
  /** The version of the file that is known already, as its host named it (`ETag`). */
  etag?: string | null;
  /** Called with the bytes as they arrive. */
  received?(bytes: number): void;
  signal?: AbortSignal | undefined;
  timeouts?: Timeouts;
};

export type Timeouts = {
  /** Without a byte for so long, the file is given up. */
  stallMs: number;
  /** A file may take so long at most, however steadily it drips, plus one second for every `bytesASecond`. */
  totalMs: number;
  bytesASecond: number;
};

/** Chrome ends a service worker whose request goes unanswered for 30 s: be done before. */
const usualTimeouts: Timeouts = { stallMs: 15_000, totalMs: 25_000, bytesASecond: 20_000 };

export type Downloaded = { bytes: Uint8Array<ArrayBuffer>; etag: string | null; date: string | null };

/**
 * Downloads a file.
 *
 * @returns null where the host says that it is still the one with `etag`
 * @throws {FeedError}
 */
export async function download(url: string, options: DownloadOptions): Promise<Downloaded | null> {
  const { maxBytes, etag, timeouts = usualTimeouts } = options;
  const stop = new AbortController();
  const giveUp = () => stop.abort(new FeedError("too-slow", `${url}: too slow`));
  const total = setTimeout(giveUp, timeouts.totalMs + (maxBytes / timeouts.bytesASecond) * 1000);
  let stall = setTimeout(giveUp, timeouts.stallMs);
  const stirred = () => {
    clearTimeout(stall);
    stall = setTimeout(giveUp, timeouts.stallMs);
  };
  const cancel = () => stop.abort(options.signal?.reason);
  options.signal?.addEventListener("abort", cancel, { once: true });
  if (options.signal?.aborted) cancel();

  try {
    const response = await untilAborted(options.fetch(url, requestOf(etag, stop.signal)), stop.signal);
    stirred();
    if (response.status === 304 && etag) return null;
    checkStatus(url, response);
    const announced = Number(response.headers.get("content-length") ?? Number.NaN);
    // With an encoding, what is announced is not what arrives.
    if (announced > maxBytes && !response.headers.has("content-encoding")) {
      stop.abort();
      throw new FeedError("too-large", `${url}: at most ${maxBytes} bytes expected, ${announced} announced`);
    }
    const bytes = await readBody(url, response, stop, options, stirred);
    return { bytes, etag: response.headers.get("etag"), date: response.headers.get("date") };
  } catch (error) {
    if (error instanceof FeedError) throw error;
    if (stop.signal.reason instanceof FeedError) throw stop.signal.reason;
    if (options.signal?.aborted) throw options.signal.reason;
    throw new FeedError("unreachable", `${url}: ${sayError(error)}`, { cause: error });
  } finally {
    clearTimeout(total);
    clearTimeout(stall);
    options.signal?.removeEventListener("abort", cancel);
  }
}

const requestOf = (etag: string | null | undefined, signal: AbortSignal): RequestInit => ({
  credentials: "omit",
  referrerPolicy: "no-referrer",
  // Nothing of ours is kept in the browser's cache: what was checked is in the database.
  cache: "no-store",
  redirect: "manual",
  headers: etag ? { "if-none-match": etag } : {},
  signal,
});

function checkStatus(url: string, response: Response): void {
  const { status } = response;
  if (response.type === "opaqueredirect" || (status >= 300 && status < 400 && status !== 304)) {
    throw new FeedError("moved", `${url}: redirected`);
  }
  if (status === 200) return;
  void response.body?.cancel().catch(() => {}); // It is not read; how it ends is of no interest.
  if (status === 404 || status === 410) throw new FeedError("not-found", `${url}: status ${status}`);
  const retryAfterMs = readRetryAfter(response.headers.get("retry-after"), response.headers.get("date"));
  if (status === 429 || status === 503) throw new FeedError("busy", `${url}: status ${status}`, { retryAfterMs });
  throw new FeedError("refused", `${url}: status ${status}`, { retryAfterMs });
}

/** `Retry-After` in milliseconds: a number of seconds, or a date, taken against the host's own clock. */
function readRetryAfter(value: string | null, date: string | null): number | null {
  if (value === null) return null;
  if (/^\d{1,9}$/.test(value.trim())) return Number(value) * 1000;
  const wait = Date.parse(value) - (date === null ? Date.now() : Date.parse(date));
  return Number.isFinite(wait) ? Math.max(0, wait) : null;
}

async function readBody(
  url: string,
  response: Response,
  stop: AbortController,
  { maxBytes, received }: DownloadOptions,
  stirred: () => void,
): Promise<Uint8Array<ArrayBuffer>> {
  if (!response.body) return new Uint8Array();
  const reader = response.body.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await untilAborted(reader.read(), stop.signal);
      if (done) break;
      stirred();
      length += value.byteLength;
      if (length > maxBytes) throw new FeedError("too-large", `${url}: more than ${maxBytes} bytes`);
      parts.push(value);
      received?.(value.byteLength);
    }
  } catch (error) {
    stop.abort(error);
    if (error instanceof FeedError) throw error;
    throw new FeedError("cut-short", `${url}: ended after ${length} bytes: ${sayError(error)}`, { cause: error });
  }
  return joined(parts, length);
}

/** A stream of the platform's may be deaf to its signal; a fake one surely is. */
function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

/** A file as a signed one names it. */
export type Named = { sha256: string; length: number };
/** A gzipped file as a catalogue names it: `content` and `size` are what is in it. */
export type NamedPart = Named & { content: string; size: number };

/** Downloads exactly the file that was named. @throws {FeedError} `cut-short`, `altered` and what `download` throws */
export async function downloadNamed(
  url: string,
  named: Named,
  options: Omit<DownloadOptions, "maxBytes" | "etag">,
): Promise<Uint8Array<ArrayBuffer>> {
  const downloaded = await download(url, { ...options, maxBytes: named.length });
  const bytes = downloaded?.bytes ?? new Uint8Array();
  await checkNamed(url, bytes, named);
  return bytes;
}

/**
 * Downloads a gzipped file and inflates it. Its length and hash are checked before it is inflated, and again after.
 *
 * Some hosts take the name for an encoding and have the browser inflate it: what arrives is then held against what
 * should be in the file.
 */
export async function downloadPart(
  url: string,
  part: NamedPart,
  options: Omit<DownloadOptions, "maxBytes" | "etag">,
): Promise<Uint8Array<ArrayBuffer>> {
  if (part.length > limits.compressed || part.size > limits.inflated) {
    throw new FeedError("too-large", `${url}: ${part.length} bytes, ${part.size} inflated`);
  }
  const downloaded = await download(url, { ...options, maxBytes: Math.max(part.length, part.size) });
  const bytes = downloaded?.bytes ?? new Uint8Array();
  const content = { sha256: part.content, length: part.size };
  if (!isGzip(bytes)) {
    await checkNamed(url, bytes, bytes.length === part.size ? content : part);
    return bytes;
  }
  await checkNamed(url, bytes, part);
  const inflated = await inflate(bytes, part.size, url);
  await checkNamed(`${url}, inflated`, inflated, content);
  return inflated;
}

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

async function checkNamed(url: string, bytes: Uint8Array<ArrayBuffer>, { sha256: hash, length }: Named): Promise<void> {
  if (bytes.length < length) {
    throw new FeedError("cut-short", `${url}: ${length} bytes expected, ${bytes.length} came`);
  }
  if (bytes.length > length) throw new FeedError("too-large", `${url}: ${length} bytes expected, ${bytes.length} came`);
  if ((await sha256(bytes)) !== hash) throw new FeedError("altered", `${url}: not the file that was signed`);
}

/** @throws {FeedError} `too-large` as soon as more than `maxBytes` come out; `altered` where it is no gzip */
export async function inflate(
  bytes: Uint8Array<ArrayBuffer>,
  maxBytes: number,
  what: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.byteLength;
      if (length > maxBytes) {
        // The stream may have failed by itself meanwhile.
        await reader.cancel().catch(() => {});
        throw new FeedError("too-large", `${what}: inflates to more than ${maxBytes} bytes`);
      }
      parts.push(value);
    }
  } catch (cause) {
    if (cause instanceof FeedError) throw cause;
    throw new FeedError("altered", `${what}: does not inflate`, { cause });
  }
  return joined(parts, length);
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}

const sayError = (error: unknown): string => (error instanceof Error ? error.message : String(error));
