/** `dealmark feed …`: the commands and their options. What they do is loaded when one of them is called. */
import path from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { FeedError } from "../../lib/feeds/errors.ts";
import { type ExitStatus, exit, type Io } from "../io.ts";
import { UserError } from "./user-error.ts";

const ownData = path.relative(process.cwd(), path.resolve(import.meta.dirname, "../../data")) || "data";

/** @param ended called with the status of the command that ran */
export function addFeedCommands(program: Command, io: Io, ended: (status: ExitStatus) => void): void {
  const feed = program
    .command("feed")
    .description("publish a dataset as a signed feed: build, sign and check a folder of static files");
  const folder = "<folder>";
  const now = ["--now <instant>", "take this for the present (ISO 8601), for the same bytes each time"] as const;

  /** Runs a command; what the caller can put right is told in one line. */
  const action =
    <Args extends unknown[]>(run: (...args: Args) => Promise<ExitStatus | undefined>) =>
    async (...args: Args): Promise<void> => {
      try {
        ended((await run(...args)) ?? exit.done);
      } catch (error) {
        if (error instanceof UserError) io.complain(error.message);
        else if (error instanceof FeedError) io.complain(`${error.code}: ${error.message}`);
        else throw error;
        ended(exit.badInput);
      }
    };

  feed
    .command("init")
    .description("start a feed: make its keys and its first root")
    .argument(folder, "where the feed's files go")
    .requiredOption("--id <id>", "the feed's id: lower-case words and hyphens")
    .requiredOption("--name <name>", "what readers see")
    .requiredOption("--keys <folder>", "where the private keys go; never published")
    .option("--root-keys <n>", "how many root keys to make", count, 1)
    .option("--threshold <n>", "how many of them must sign", count, 1)
    .option("--days <n>", "how long the root is good", count, 365)
    .option(now[0], now[1], instant)
    .action(
      action(async (into: string, options: InitArguments) => {
        const { init } = await import("./roots.ts");
        await init(into, { ...options, now: options.now ?? new Date() }, io);
        return undefined;
      }),
    );

  feed
    .command("validate")
    .description("list everything wrong with a dataset's sources, with file and line")
    .argument("[data]", "the folder of sources", ownData)
    .action(
      action(async (data: string) => {
        const { validate } = await import("./build.ts");
        return validate(data, io);
      }),
    );

  feed
    .command("build")
    .description("write a version's chunks, deltas and catalogue")
    .argument(folder, "the feed's files")
    .option("--data <folder>", "the dataset's sources", ownData)
    .option("--data-version <version>", "the version's number, such as 2026-11-22.1", version)
    .action(
      action(async (into: string, options: { data: string; dataVersion?: string }) => {
        const { build } = await import("./build.ts");
        await build(into, { data: options.data, version: options.dataVersion }, io);
        return undefined;
      }),
    );

  feed
    .command("sign")
    .description("sign the version built last, or the published one for longer")
    .argument(folder, "the feed's files")
    .option("--key <file>", "the head's private key; otherwise the variable DEALMARK_HEAD_KEY")
    .option("--days <n>", "how long the head is good", count, 7)
    .option(now[0], now[1], instant)
    .action(
      action(async (into: string, options: { key?: string; days: number; now?: Date }) => {
        const { sign } = await import("./build.ts");
        const { key, days } = options;
        await sign(into, { key, days, published: options.now ?? new Date() }, process.env, io);
        return undefined;
      }),
    );

  feed
    .command("verify")
    .description("check a feed as readers do, and every delta")
    .argument("<folder or address>", "the feed's files")
    .option("--root <file>", "a root that you trust; otherwise the feed's own first one")
    .option(now[0], now[1], instant)
    .action(
      action(async (where: string, options: { root?: string; now?: Date }) => {
        const { verify } = await import("./verify.ts");
        return verify(where, { rootFile: options.root, now: options.now ?? new Date() }, io);
      }),
    );

  feed
    .command("diff")
    .description("say what changed from one version to another")
    .argument(folder, "the feed's files")
    .argument("<from>", "the earlier version", version)
    .argument("<to>", "the later version", version)
    .option("--lang <language>", "the language to say it in", "en")
    .action(
      action(async (of: string, from: string, to: string, options: { lang: string }) => {
        const { diff } = await import("./diff.ts");
        await diff(of, { from, to, lang: options.lang, day: io.today }, io);
        return undefined;
      }),
    );

  feed
    .command("serve")
    .description("serve a feed on this computer, to try it out; ends with Ctrl+C")
    .argument(folder, "the feed's files")
    .option("--port <n>", "the port", count, 8732)
    .action(
      action(async (of: string, options: { port: number }) => {
        const { serve } = await import("./serve.ts");
        const { server, address } = await serve(of, options.port);
        await io.write(`${address}\n`);
        process.once("SIGINT", () => server.close());
        await new Promise((resolve) => server.once("close", resolve));
        return undefined;
      }),
    );

  feed
    .command("rotate")
    .description("write the next root: new keys signed by the old, or the old ones for longer")
    .argument(folder, "the feed's files")
    .requiredOption("--key <file...>", "the private root keys in force")
    .requiredOption("--keys <folder>", "where new private keys go")
    .option("--new-root", "make new root keys", false)
    .option("--new-head", "make a new head key", false)
    .option("--days <n>", "how long the root is good", count, 365)
    .option(now[0], now[1], instant)
    .action(
      action(async (of: string, options: RotateArguments) => {
        const { rotate } = await import("./roots.ts");
        await rotate(of, { ...options, signers: options.key, now: options.now ?? new Date() }, io);
        return undefined;
      }),
    );
}

type InitArguments = {
  id: string;
  name: string;
  keys: string;
  rootKeys: number;
  threshold: number;
  days: number;
  now?: Date;
};
type RotateArguments = { key: string[]; keys: string; newRoot: boolean; newHead: boolean; days: number; now?: Date };

function count(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) === 0) throw new InvalidArgumentError("Expected a whole number above 0.");
  return Number(text);
}

function version(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}\.\d+$/.test(text))
    throw new InvalidArgumentError("Expected a version, such as 2026-11-22.1.");
  return text;
}

function instant(text: string): Date {
  const date = new Date(text);
  if (Number.isNaN(date.getTime()))
    throw new InvalidArgumentError("Expected an instant, such as 2026-11-22T21:55:00Z.");
  return date;
}
