/** Figures as Markdown for people and JSON for programs. */
import type { Spread } from "./statistics.ts";

export type Figure = {
  /** What was measured, as the table names it. */
  name: string;
  unit: "ms" | "MB/s" | "kB" | "MB" | "pages/s";
  /** Null where it could not be measured here; `note` says why. */
  measured: Spread | null;
  /** What it is held against, measured in the same run. */
  reference?: { name: string; measured: Spread };
  /** measured ÷ reference, or its inverse, as the target is put. */
  ratio?: number;
  /** In words, such as "≤ 3 × walk". */
  target?: string;
  /** Whether the target was met; left out where there is none. */
  met?: boolean;
  note?: string;
};

export type Results = {
  /** ISO 8601, with time. */
  at: string;
  machine: { cpu: string; cores: number; node: string; browsers: string[] };
  seed: number;
  quick: boolean;
  figures: Figure[];
};

/** Three significant digits: more is noise. */
export function say(value: number): string {
  if (!Number.isFinite(value)) return "–";
  if (value === 0) return "0";
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return digits === 0 ? String(Math.round(value)) : value.toFixed(digits);
}

const sayMeasured = ({ measured, unit }: Pick<Figure, "measured" | "unit">): string =>
  measured
    ? `${say(measured.median)} ${unit}${measured.runs > 1 ? ` (${say(measured.low)}–${say(measured.high)})` : ""}`
    : "–";

/** One row a figure: median and quartiles, the reference, the ratio, the target. */
export function toMarkdown({ at, machine, seed, quick, figures }: Results): string {
  const rows = figures.map((figure) => {
    const { reference, ratio, target, met, note } = figure;
    return [
      figure.name,
      sayMeasured(figure),
      reference ? `${reference.name} ${sayMeasured({ measured: reference.measured, unit: figure.unit })}` : "",
      ratio === undefined ? "" : `${say(ratio)} ×`,
      target ?? "",
      met === undefined ? "" : met ? "yes" : "**no**",
      note ?? "",
    ];
  });
  const head = ["figure", "median (quartiles)", "reference", "ratio", "target", "met", "note"];
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [
    `${at.slice(0, 10)}, ${machine.cores} × ${machine.cpu}, Node ${machine.node}${machine.browsers.map((name) => `, ${name}`).join("")}; seed ${seed}${quick ? ", quick" : ""}.`,
    "",
    line(head),
    line(head.map(() => "---")),
    ...rows.map(line),
    "",
  ].join("\n");
}
