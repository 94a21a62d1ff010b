/** `npm run dealmark`: the command line, wired to this process. */
import { once } from "node:events";
import { engine } from "./engine.ts";
import { run } from "./run.ts";

const { stdin, stdout, stderr } = process;

// Whoever reads may have seen enough: `dealmark check … | head -1`.
stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

// Not `process.exit(await run(…))`: what stands in a pipe would be lost.
process.exitCode = await run(
  process.argv.slice(2),
  {
    async write(text) {
      if (!stdout.write(text)) await once(stdout, "drain");
    },
    complain: (line) => void stderr.write(`${line}\n`),
    stdin,
    today: Temporal.Now.plainDateISO().toString(),
    colour: stdout.isTTY === true && stdout.hasColors(),
  },
  engine,
);
