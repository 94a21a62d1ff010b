import * as z from "zod/mini";
import { canonicalText } from "../dataset/pages.ts";
import { FeedError } from "./errors.ts";

/** Strict: what is no UTF-8 is refused, and a byte order mark is content that canonical JSON cannot have. */
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The one form in which a value stands in a feed. */
export const canonicalBytes = (value: unknown): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(canonicalText(value));

/**
 * Parses a file of a feed and holds it against its schema.
 *
 * @param what names the file in the error's message
 * @throws {FeedError} `no-feed` where it is not JSON in canonical form; `unsupported` where it says that it is of another
 *   version of the formats; otherwise `otherwise`, where it does not fit the schema
 */
export function parseCanonical<T>(
  bytes: Uint8Array,
  schema: z.ZodMiniType<T>,
  what: string,
  otherwise: "no-feed" | "bad-record" = "no-feed",
): T {
  let text: string;
  let value: unknown;
  try {
    text = decoder.decode(bytes);
    value = JSON.parse(text);
  } catch (cause) {
    throw new FeedError("no-feed", `${what}: JSON expected`, { cause });
  }
  let canonical: string;
  try {
    canonical = canonicalText(value);
  } catch (cause) {
    throw new FeedError("no-feed", `${what}: JSON with a canonical form expected`, { cause });
  }
  if (canonical !== text) throw new FeedError("no-feed", `${what}: canonical JSON expected`);
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const place = issue?.path.join(".") ?? "";
  const isLater = issue?.code === "invalid_value" && /(?:^|\.)(?:spec|schema)$/.test(place);
  throw new FeedError(
    isLater ? "unsupported" : otherwise,
    `${what}: ${place === "" ? "" : `${place}: `}${z.prettifyError(result.error)}`,
  );
}
