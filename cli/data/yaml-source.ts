import { isNode, LineCounter, parseDocument } from "yaml";
import type { Problem } from "./problem.ts";

/** Keys and indexes that lead from a file's root to a value. */
export type Path = readonly (string | number)[];

/** Something wrong at a path of some file; the file turns it into a line. */
export type Finding = { path: Path; reason: string };

/** One YAML file as plain values, which still knows on which line each of them stands. */
export type YamlSource = {
  file: string;
  /** The file's content; undefined where it is not YAML, and then `broken` says why. */
  value: unknown;
  broken: Problem[];
  /** Turns a finding into a problem with its line. */
  at(finding: Finding): Problem;
};

/** Parses YAML 1.2; duplicate keys and anything else the parser frowns at make the file broken. */
export function parseYaml(file: string, text: string): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const broken = [...document.errors, ...document.warnings].map((error) => ({
    file,
    line: lines.linePos(error.pos[0]).line,
    path: "",
    reason: firstLine(error.message),
  }));

  return {
    file,
    value: broken.length > 0 ? undefined : document.toJS(),
    broken,
    at({ path, reason }) {
      // A missing field has no line of its own: its record's line is shown.
      for (let length = path.length; length >= 0; length--) {
        const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
        if (isNode(node) && node.range) {
          return { file, line: lines.linePos(node.range[0]).line, path: sayPath(path), reason };
        }
      }
      return { file, path: sayPath(path), reason };
    },
  };
}

/** `["events", 0, "unit"]` → `"events[0].unit"`. */
function sayPath(path: Path): string {
  return path.map((step, i) => (typeof step === "number" ? `[${step}]` : i === 0 ? step : `.${step}`)).join("");
}

const firstLine = (text: string): string => text.split("\n", 1)[0] as string;
