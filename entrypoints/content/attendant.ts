/** Has the code that answers the reader brought in when they first move over a page with marks, and answers by it. */
import { ATTEND, type Attend, type Attendance, type AttendOptions } from "../tooltip/types.ts";

/** What readers do with a pointer or a finger. */
const MOVES = ["pointermove", "pointerdown", "pointerup", "pointercancel", "click"];

export type Attendant = Pick<Attendance, "follow" | "close" | "state"> & {
  /** Has the reader answered in a way that the code knows, brought in where it is not there; false where it cannot be had. */
  answer(how: (by: Attendance) => Promise<boolean>): Promise<boolean>;
};

/**
 * @param load brings the code into this world, where it leaves its function as `ATTEND`; whether that went well
 */
export function createAttendant(options: Omit<AttendOptions, "missed">, load: () => Promise<boolean>): Attendant {
  const { document, marks, endIfOrphaned, signal } = options;
  let attendance: Attendance | null = null;
  let isAsked = false;
  /** The last of each kind of move that nobody could answer yet, in their order. */
  const missed = new Map<string, Event>();
  const waiting = new AbortController();
  signal.addEventListener("abort", () => waiting.abort());

  const wait = (event: Event) => {
    missed.delete(event.type);
    missed.set(event.type, event);
    if (isAsked) return;
    isAsked = true;
    void attend();
  };

  /** Null where there is nothing to answer about, or the code cannot be had. */
  async function attend(): Promise<Attendance | null> {
    if (attendance || marks.isEmpty) return attendance;
    const isLoaded = ATTEND in globalThis || (await load());
    endIfOrphaned();
    const start = (globalThis as { [ATTEND]?: Attend })[ATTEND];
    if (signal.aborted || !isLoaded || !start) return null;
    waiting.abort();
    attendance ??= start({ ...options, missed: missed.values() });
    return attendance;
  }

  return {
    follow() {
      attendance?.follow();
      // If the code could not be had before, it may be now.
      isAsked = false;
      if (marks.isEmpty) return;
      for (const type of MOVES)
        document.addEventListener(type, wait, { passive: true, capture: true, signal: waiting.signal });
    },
    async answer(how) {
      const by = await attend();
      return by !== null && how(by);
    },
    close: () => attendance?.close() ?? false,
    get state() {
      return attendance?.state ?? { at: null, tooltip: null };
    },
  };
}
