import type { Figure } from "./report.ts";

export type SuiteOptions = {
  /** How often each figure is measured. */
  runs: number;
  seed: number;
  /** Fewer runs and smaller inputs, to see whether a change helps. */
  quick: boolean;
  /** A folder for profiles of what runs in a browser; null where none are asked for. */
  profiles: string | null;
};

/** Figures that are measured together, with their references, in one process. */
export type Suite = {
  /** As `--only` names it. */
  name: string;
  /** What has been measured; never throws for a figure that misses its target. */
  run(options: SuiteOptions): Promise<Figure[]>;
};
