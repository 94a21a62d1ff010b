import * as z from "zod/mini";
import type { Finding, Path } from "./yaml-source.ts";

// zod/mini brings no wording; without it every issue would read "Invalid input".
z.config(z.locales.en());

/** What a schema makes of a value, or what is wrong with it. */
export type Shape<T> = { ok: true; record: T } | { ok: false; findings: Finding[] };

/**
 * Holds a value from a source file against its schema.
 *
 * The schemas let unknown fields pass, since a newer feed may carry more than this version knows. In our own sources
 * an unknown field is a slip of the pen ("qualifer") that would silently lose a fact, and is refused.
 */
export function checkShape<T>(schema: z.ZodMiniType<T>, value: unknown, path: Path = []): Shape<T> {
  const result = schema.safeParse(value);
  if (!result.success) {
    const findings = result.error.issues.map((issue) => ({
      path: [...path, ...(issue.path as (string | number)[])],
      reason: issue.message,
    }));
    return { ok: false, findings };
  }
  const unknown = unknownFields(value, result.data, path);
  return unknown.length > 0 ? { ok: false, findings: unknown } : { ok: true, record: result.data };
}

/** Fields of `input` that the schema dropped on the way to `output`. */
function unknownFields(input: unknown, output: unknown, path: Path): Finding[] {
  if (Array.isArray(input) && Array.isArray(output)) {
    return input.flatMap((item, i) => unknownFields(item, output[i], [...path, i]));
  }
  if (!isObject(input) || !isObject(output)) return [];
  return Object.keys(input).flatMap((key) =>
    key in output
      ? unknownFields(input[key], output[key], [...path, key])
      : [{ path: [...path, key], reason: "Unknown field" }],
  );
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
