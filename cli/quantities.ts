import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import * as z from "zod/mini";
import type { Quantity } from "../lib/reading/types.ts";
import { type ExitStatus, exit, type Io } from "./io.ts";

/** One line of input. */
const Line = z.object({
  id: z.union([z.string(), z.number()], "expected a string or number"),
  lang: z.optional(z.string("expected a string")),
  text: z.string("expected a string"),
});

/** Reads the quantities of a text in a language (BCP 47); null where there is no pack for the language. */
export type QuantityReader = (text: string, lang: string) => Quantity[] | null;

/**
 * Reads texts from standard input, a JSON object a line, and prints the quantities found in each, a line each.
 *
 * @param lang the language of lines that name none
 */
export async function quantities(lang: string, readQuantities: QuantityReader, io: Io): Promise<ExitStatus> {
  let status: ExitStatus = exit.done;
  let number = 0;
  const unreadable = new Set<string>();
  const lines = createInterface({ input: Readable.from(io.stdin), crlfDelay: Number.POSITIVE_INFINITY });
  for await (const text of lines) {
    number++;
    if (text.trim() === "") continue;
    const line = parseLine(text);
    if (typeof line === "string") {
      io.complain(`standard input, line ${number}: ${line}`);
      status = exit.badInput;
      continue;
    }
    const itsLang = line.lang ?? lang;
    const found = readQuantities(line.text, itsLang);
    if (found === null && !unreadable.has(itsLang)) {
      unreadable.add(itsLang);
      io.complain(
        `standard input, line ${number}: texts in "${itsLang}" cannot be read yet; no quantity is found in them`,
      );
    }
    const printed = found?.map(({ start, end, text, value, valueTo, unit, qualifier }) => {
      return { start, end, text, value, valueTo, unit, qualifier };
    });
    await io.write(`${JSON.stringify({ id: line.id, quantities: printed ?? [] })}\n`);
  }
  return status;
}

/** The line's content, or what is wrong with it. */
function parseLine(text: string): z.infer<typeof Line> | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return "is not JSON";
  }
  const result = Line.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const field = issue?.path[0];
  return field === undefined ? 'is not of the form {"id", "lang", "text"}' : `"${String(field)}": ${issue?.message}`;
}
