/**
 * The cheap first question: can there be any claim in this text at all?
 *
 * Runs in the page, before anything is sent. Every quantity ends or begins with a digit, a known number word or scale,
 * beside a unit; all of them leave a currency, a unit or a scale word in the text. Where no digit and no such word
 * stands, reading finds nothing (a property test holds it).
 */
const digits = /[0-9\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]/;

export function mayHoldQuantity(text: string): boolean {
  return digits.test(text);
}
