import * as z from "zod/mini";
import { backgroundProtocol, type Exchange, frameProtocol, type ReplyOf } from "../protocol.ts";
import { failure, type Result } from "./result.ts";

/** A reply as its message's schema has it; `bad-reply` where it does not fit. Failures pass. */
export function checkReply<E extends Exchange>(name: string, exchange: E, result: Result<unknown>): Result<ReplyOf<E>> {
  if (!result.ok) return result;
  const reply = exchange.reply.safeParse(result.value);
  if (!reply.success) return failure("bad-reply", `${name}: ${z.prettifyError(reply.error)}`);
  return { ok: true, value: reply.data as ReplyOf<E> };
}

/** The messages by name, for whoever loads this file late. */
export const exchanges = { ...backgroundProtocol, ...frameProtocol };
