/** What a command may touch of the world outside; tests bring their own. */
export type Io = {
  /** Resolves when the text has been taken, so that a slow reader slows the command down. */
  write(text: string): Promise<void>;
  /** One line to standard error. */
  complain(line: string): void;
  stdin: AsyncIterable<Uint8Array>;
  /** Today in the user's time zone, ISO 8601. */
  today: string;
  /** Whether standard output is a terminal that shows colours. */
  colour: boolean;
};

/** Exit statuses of the command line contract. */
export const exit = {
  /** All inputs were done. */
  done: 0,
  /** Something was wrong with an input; the others were done. */
  badInput: 1,
  /** The arguments cannot be used; nothing was done. */
  badArguments: 2,
} as const;
export type ExitStatus = (typeof exit)[keyof typeof exit];
