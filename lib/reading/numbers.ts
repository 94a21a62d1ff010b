/** Reads numbers written in digits: "1,234.5", "1 234,5", "12,34,567", "１２３". */
import { isDigit } from "./characters.ts";

export type NumberLiteral = {
  end: number;
  value: number;
  /** One unit of the last significant digit. */
  step: number;
  decimals: number;
  /** The digits are a date, a version or a list ("12.05.2025", "1.2.3"), not one number. */
  broken: boolean;
};

type Marks = { decimal: ReadonlySet<string>; group: ReadonlySet<string> };

const isSeparator = (char: string): boolean =>
  char === "," || char === "." || char === "'" || char === "٫" || char === "٬" || char === "·";

/**
 * Reads the number that begins with the digit at `start`.
 *
 * A mark between digits that the language uses both ways is told by what follows it: three digits are a group, any
 * other count are decimals.
 *
 * @param text folded text
 * @param marks the language's own decimal and group marks
 */
export function readLiteral(text: string, start: number, marks: Marks): NumberLiteral {
  const parts: string[] = [];
  const separators: string[] = [];
  let at = start;
  for (;;) {
    let end = at;
    while (end < text.length && isDigit(text.charCodeAt(end))) end++;
    parts.push(text.slice(at, end));
    const mark = text[end] ?? "";
    const digitFollows = isDigit(text.charCodeAt(end + 1));
    if (digitFollows && isSeparator(mark)) {
      separators.push(mark);
      at = end + 1;
    } else if (digitFollows && mark === " " && marks.group.has(" ") && isSpacedGroup(text, end, parts, separators)) {
      separators.push(" ");
      at = end + 1;
    } else {
      return interpret(parts, separators, start, end, marks);
    }
  }
}

/** Whether exactly three digits follow the space at `space`, and groups so far are whole: "1 250", but not "20 2025". */
function isSpacedGroup(text: string, space: number, parts: string[], separators: string[]): boolean {
  const first = parts[0] ?? "";
  const last = parts.at(-1) ?? "";
  if (first.length > 3 || first.startsWith("0")) return false;
  if (separators.some((mark) => mark !== " ")) return false;
  if (parts.length > 1 && last.length !== 3) return false;
  const [one, two, three, after] = [1, 2, 3, 4].map((n) => isDigit(text.charCodeAt(space + n)));
  return Boolean(one && two && three && !after);
}

function interpret(parts: string[], separators: string[], start: number, end: number, marks: Marks): NumberLiteral {
  const whole = (groups: string[], decimals: string, stop: number): NumberLiteral => {
    const digits = groups.join("");
    const value = Number(decimals ? `${digits}.${decimals}` : digits);
    return {
      end: stop,
      value,
      step: decimals ? 10 ** -decimals.length : integerStep(digits),
      decimals: decimals.length,
      broken: false,
    };
  };
  const first = parts[0] ?? "";
  if (separators.length === 0) return whole([first], "", end);
  const kinds = new Set(separators);
  const last = parts.at(-1) ?? "";
  const lastMark = separators.at(-1) ?? "";
  const broken: NumberLiteral = { end, value: Number.NaN, step: 1, decimals: 0, broken: true };

  if (separators.length === 1) {
    if (lastMark === " ") return whole(parts, "", end);
    const mayGroup = last.length === 3 && first.length <= 3 && !first.startsWith("0");
    if (mayGroup && (marks.group.has(lastMark) || lastMark === "'" || lastMark === "٬")) return whole(parts, "", end);
    // "10,000": nobody writes three noughts behind a decimal comma, translated pages write the English group.
    if (mayGroup && lastMark === "," && last === "000") return whole(parts, "", end);
    return whole([first], last, end);
  }
  if (kinds.size === 1) return isGrouped(parts) ? whole(parts, "", end) : broken;
  const integers = parts.slice(0, -1);
  const inner = new Set(separators.slice(0, -1));
  if (inner.size === 1 && !inner.has(lastMark) && isGrouped(integers)) return whole(integers, last, end);
  return { ...broken, end: Math.max(end, start) };
}

/** "1,234,567", and the Indian "12,34,567". */
const isGrouped = (groups: string[]): boolean =>
  (groups[0]?.length ?? 0) <= 3 &&
  (groups[0]?.length ?? 0) > 0 &&
  groups.at(-1)?.length === 3 &&
  (groups.slice(1).every((group) => group.length === 3) || groups.slice(1, -1).every((group) => group.length === 2));

/** Long round numbers are written to the million or thousand: 100,000,000 is exact to 1,000,000. */
function integerStep(digits: string): number {
  if (digits.length < 6) return 1;
  const zeros = digits.length - digits.replace(/0+$/, "").length;
  return 10 ** (3 * Math.floor(Math.min(zeros, digits.length - 1) / 3));
}
