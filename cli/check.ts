import { type CheckOptions, checkFile, type Outcome, type Reader } from "./check-file.ts";
import { type ExitStatus, exit, type Io } from "./io.ts";

/**
 * Reads each page and prints what it states about deals, a page at a time.
 *
 * A page that cannot be read costs that page: it is named on standard error, and the others are done.
 */
export async function check(
  files: readonly string[],
  options: CheckOptions,
  reader: Reader,
  io: Io,
): Promise<ExitStatus> {
  let status: ExitStatus = exit.done;
  for (const file of files) status = worse(status, await say(await checkFile(file, options, reader, io), io));
  return status;
}

/** Prints an outcome where it belongs. @returns the status that it alone would end with */
export async function say(outcome: Outcome, io: Io): Promise<ExitStatus> {
  if (outcome.ok) await io.write(outcome.printed);
  else io.complain(outcome.complaint);
  return outcome.ok ? exit.done : exit.badInput;
}

export const worse = (a: ExitStatus, b: ExitStatus): ExitStatus => (a > b ? a : b);
