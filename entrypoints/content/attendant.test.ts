// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ATTEND, type Attendance, type AttendOptions } from "../tooltip/types.ts";
import { createAttendant } from "./attendant.ts";

let isEmpty: boolean;
let missed: string[];
const attendance: Attendance = {
  follow: vi.fn(),
  show: async () => true,
  step: async () => true,
  openInSight: async () => true,
  close: () => true,
  state: { at: 3, tooltip: null },
};
const attend = vi.fn(({ missed: events }: AttendOptions) => {
  missed = [...events].map(({ type }) => type);
  return attendance;
});
const load = vi.fn<() => Promise<boolean>>();
let end: AbortController;

const create = () =>
  createAttendant(
    {
      document,
      marks: {
        get isEmpty() {
          return isEmpty;
        },
      },
      endIfOrphaned: () => {},
      signal: end.signal,
    } as never,
    load,
  );
const move = (...types: string[]) => {
  for (const type of types) document.dispatchEvent(new Event(type));
};

beforeEach(() => {
  end = new AbortController();
  isEmpty = false;
  load.mockReset().mockImplementation(async () => {
    Object.assign(globalThis, { [ATTEND]: attend });
    return true;
  });
  attend.mockClear();
});
afterEach(() => {
  end.abort();
  Reflect.deleteProperty(globalThis, ATTEND);
});

it("loads nothing before the reader moves, nor where there are no marks", async () => {
  create().follow();
  expect(load).not.toHaveBeenCalled();
  isEmpty = true;
  const without = create();
  without.follow();
  expect(await without.answer((by) => by.openInSight())).toBe(false);
  expect(load).not.toHaveBeenCalled();
});

it("hands over what the reader did until the code was there, the last of each kind in their order", async () => {
  const attendant = create();
  attendant.follow();
  move("pointermove", "pointerdown", "pointermove", "pointerup", "click");
  await vi.waitFor(() => expect(attend).toHaveBeenCalledOnce());
  expect(missed).toEqual(["pointerdown", "pointermove", "pointerup", "click"]);
  expect(load).toHaveBeenCalledOnce();
  move("pointermove");
  expect([attend.mock.calls.length, attendant.state, attendant.close()]).toEqual([1, { at: 3, tooltip: null }, true]);
});

it("answers a command without a move, once however many ask at a time", async () => {
  const attendant = create();
  expect(await Promise.all([attendant.answer((by) => by.openInSight()), attendant.answer((by) => by.show(1))])).toEqual(
    [true, true],
  );
  expect(attend).toHaveBeenCalledOnce();
});

it("asks again for code that it did not get only when the marks have changed, or at a command", async () => {
  load.mockImplementation(async () => false);
  const attendant = create();
  attendant.follow();
  move("pointermove", "pointermove");
  await vi.waitFor(() => expect(load).toHaveBeenCalledTimes(1));
  await Promise.resolve();
  move("pointermove");
  expect(load).toHaveBeenCalledTimes(1);
  expect(attendant.state).toEqual({ at: null, tooltip: null });
  attendant.follow();
  move("pointermove");
  expect(load).toHaveBeenCalledTimes(2);
  expect(await attendant.answer((by) => by.openInSight())).toBe(false);
  expect(load).toHaveBeenCalledTimes(3);
});
