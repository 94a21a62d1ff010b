import { Readable } from "node:stream";
import type { Io } from "./io.ts";

/** An `Io` that keeps what is printed; a double for tests only. */
export function fakeIo(input: string | Uint8Array = "", today = "2026-11-22") {
  const printed = { out: "", err: "" };
  const io: Io = {
    async write(text) {
      printed.out += text;
    },
    complain(line) {
      printed.err += `${line}\n`;
    },
    stdin: Readable.from([typeof input === "string" ? Buffer.from(input) : input], { objectMode: false }),
    today,
    colour: false,
  };
  return { io, printed };
}
