import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { isIsoDate } from "../lib/deals/schema.ts";
import { check } from "./check.ts";
import { type CheckOptions, type Format, formats, type Reader } from "./check-file.ts";
import { BrokenSources } from "./data/problem.ts";
import { addFeedCommands } from "./feed/commands.ts";
import { type ExitStatus, exit, type Io } from "./io.ts";
import { type QuantityReader, quantities } from "./quantities.ts";

/** The parts of the program that are loaded only when a command needs them. */
export type Engine = {
  /** @throws {BrokenSources} where the dataset's sources have problems */
  loadReader(io: Pick<Io, "complain">): Promise<Reader>;
  /** As `check` with the reader above, in several processes. */
  checkInParallel(files: readonly string[], options: CheckOptions, io: Io, processes: number): Promise<ExitStatus>;
  /** How many processes can run at once here. */
  readonly cores: number;
  loadQuantityReader(): Promise<QuantityReader>;
};

/**
 * Runs a command line.
 *
 * @param args what stands after the program's name
 * @returns the exit status; 2 where the arguments cannot be used, and then nothing was read or printed
 */
export async function run(args: readonly string[], io: Io, engine: Engine): Promise<ExitStatus> {
  let status: ExitStatus = exit.done;
  const program = new Command("dealmark")
    .description("Checks what articles state about business deals against the record.")
    .exitOverride();
  const written: Promise<void>[] = [];
  program.configureOutput({
    writeOut: (text) => void written.push(io.write(text)),
    writeErr: (text) => io.complain(text.trimEnd()),
  });

  program
    .command("check")
    .description("read HTML pages and judge each figure that they state about a deal")
    .addOption(new Option("-f, --format <format>", "what to print").choices(formats).default("text"))
    .option(
      "--as-of <date>",
      "judge as of this day (YYYY-MM-DD), as if later events did not exist",
      pastDay(io.today),
      io.today,
    )
    .option("-j, --jobs <number>", "read so many pages at once; by default as many as there are cores", atLeastOne)
    .argument("<file...>", "pages; - reads standard input")
    .action(async (files: string[], { jobs, ...options }: { format: Format; asOf: string; jobs?: number }) => {
      // A process loads the dataset for itself, which takes as long as reading some hundred pages.
      const processes = jobs ?? (files.length >= MANY ? engine.cores : 1);
      status =
        processes > 1 && !files.includes("-")
          ? await engine.checkInParallel(files, options, io, processes)
          : await check(files, options, await engine.loadReader(io), io);
    });

  program
    .command("quantities")
    .description('read {"id", "lang", "text"} lines from standard input and print the quantities in each text')
    .option("--lang <language>", "the language of lines that name none", language, "en")
    .action(async (options: { lang: string }) => {
      status = await quantities(options.lang, await engine.loadQuantityReader(), io);
    });

  addFeedCommands(program, io, (ended) => {
    status = ended;
  });

  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.done : exit.badArguments;
    if (!(error instanceof BrokenSources)) throw error;
    io.complain(error.message);
    return exit.badInput;
  } finally {
    await Promise.all(written);
  }
  return status;
}

/** From so many pages on, more processes are done sooner. */
const MANY = 300;

function atLeastOne(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new InvalidArgumentError("Expected a number from 1 to 999.");
  return Number(text);
}

const pastDay = (today: string) => (text: string) => {
  if (!isIsoDate(text)) throw new InvalidArgumentError("Expected a date that exists, written YYYY-MM-DD.");
  if (text > today) throw new InvalidArgumentError(`It lies in the future; today is ${today}.`);
  return text;
};

function language(text: string): string {
  try {
    return Intl.getCanonicalLocales(text)[0] ?? "en";
  } catch {
    throw new InvalidArgumentError("Expected a BCP 47 language, such as pt-BR.");
  }
}
