/** Something wrong with one place of the dataset's sources. */
export type Problem = {
  /** Relative to the data folder: "deals/nvidia-openai-2025.yaml". */
  file: string;
  /** 1-based; absent where the problem is the file itself. */
  line?: number;
  /** Where in the record: "events[0].figures[2].unit"; empty for the record as a whole. */
  path: string;
  reason: string;
};

/** Says a problem in one line, so that an editor or terminal can jump to it: `data/parties.yaml:12: [3].kind: …`. */
export function sayProblem(problem: Problem, dataFolder = "data"): string {
  const place = problem.line === undefined ? "" : `:${problem.line}`;
  const path = problem.path === "" ? "" : ` ${problem.path}:`;
  return `${dataFolder}/${problem.file}${place}:${path} ${problem.reason}`;
}

/** The dataset's sources are broken; nothing was compiled. */
export class BrokenSources extends Error {
  override name = "BrokenSources";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const many = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    super([`The dataset's sources have ${many}:`, ...problems.map((problem) => `  ${sayProblem(problem)}`)].join("\n"));
    this.problems = problems;
  }
}
