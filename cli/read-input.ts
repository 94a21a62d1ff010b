import { createReadStream } from "node:fs";
import { InputError } from "./input-error.ts";

/** No article comes near this; a page above it is a dump or a mistake, and would take minutes to read. */
export const MAX_BYTES = 16_000_000;

/**
 * Reads a file, or standard input for `-`, as far as `MAX_BYTES`.
 *
 * @throws {InputError} where there is no such file, it cannot be read, is empty or too large
 */
export async function readInput(file: string, stdin: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of file === "-" ? stdin : createReadStream(file)) {
      chunks.push(chunk);
      length += chunk.length;
      // Counted while reading: a pipe or a device does not say its size beforehand.
      if (length > MAX_BYTES) throw new InputError(`is larger than ${MAX_BYTES / 1e6} MB`);
    }
  } catch (error) {
    throw error instanceof InputError ? error : new InputError(sayFileError(error as NodeJS.ErrnoException));
  }
  if (length === 0) throw new InputError("is empty");
  return Buffer.concat(chunks);
}

function sayFileError(error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case "ENOENT":
      return "no such file";
    case "EISDIR":
      return "is a directory; name the files in it";
    case "EACCES":
    case "EPERM":
      return "may not be read (permission denied)";
    default:
      return `cannot be read (${error.message})`;
  }
}
