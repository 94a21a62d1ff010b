/**
 * Failures travel as values, since an `Error` does not cross contexts whole.
 *
 * - `no-answer`: nobody is there to answer (a page without the content script, a reloaded extension)
 * - `bad-request`, `bad-reply`: what came does not fit its schema
 * - `forbidden`: the sender may not ask this
 * - `no-dataset`: there is no dataset to judge by
 * - `forgotten`: the reading asked about is no longer kept; the page must be read again
 * - `failed`: anything unforeseen
 */
export type ErrorCode = "no-answer" | "bad-request" | "bad-reply" | "forbidden" | "no-dataset" | "forgotten" | "failed";
export type Failure = { ok: false; error: { code: ErrorCode; message: string } };
export type Result<T> = { ok: true; value: T } | Failure;

export const success = <T>(value: T): Result<T> => ({ ok: true, value });
export const failure = (code: ErrorCode, message: string): Failure => ({ ok: false, error: { code, message } });
