/**
 * The content script's side of the messages. It runs on every page that is read, so it carries no zod: requests are
 * checked where they arrive, in the background; replies come from our own background, which has parsed them against
 * the same schemas before sending. What is checked here is what a page could tamper with: nothing reaches us but from
 * our own extension.
 *
 * For the same reason it speaks the wire of `messenger.ts` itself, in some lines instead of a package: a message is
 * `{ id, type, data, timestamp }`, what comes back `{ res }` or `{ err }`. content-messaging.test.ts holds both together.
 */
import { browser } from "wxt/browser";
import type { BackgroundProtocol, FrameProtocol, ReplyOf, RequestOf } from "../protocol.ts";
import { listen } from "./listen.ts";
import { failure, type Result } from "./result.ts";

/** The messages that a content script may send. */
type Askable = {
  [K in keyof BackgroundProtocol]: BackgroundProtocol[K]["from"] extends "content" ? K : never;
}[keyof BackgroundProtocol];

/** Asks the background; `no-answer` where it cannot be reached. Never rejects. */
export async function askBackground<K extends Askable>(
  name: K,
  request: RequestOf<BackgroundProtocol[K]>,
): Promise<Result<ReplyOf<BackgroundProtocol[K]>>> {
  let why: unknown;
  try {
    const answer: { res?: unknown } | undefined = await browser.runtime.sendMessage({
      id: 0,
      type: name,
      data: request,
      timestamp: Date.now(),
    });
    if (answer && typeof answer === "object" && answer.res) return answer.res as Result<ReplyOf<BackgroundProtocol[K]>>;
  } catch (error) {
    // No receiver, or an extension reloaded under the page: the browsers word each in several ways.
    why = error;
  }
  return failure("no-answer", `${name}: ${why}`);
}

type FrameHandlers = {
  [K in keyof FrameProtocol]: (
    request: RequestOf<FrameProtocol[K]>,
  ) => ReplyOf<FrameProtocol[K]> | Promise<ReplyOf<FrameProtocol[K]>>;
};

/** Answers what the extension asks of this frame, until `signal` aborts. */
export function answerAsFrame(handlers: FrameHandlers, signal: AbortSignal): void {
  const answer = async (name: keyof FrameProtocol, data: unknown): Promise<Result<unknown>> => {
    try {
      const handler = handlers[name] as (request: unknown) => unknown;
      return { ok: true, value: await handler(data) };
    } catch (error) {
      console.error(name, error);
      return failure("failed", `${name}: ${error}`);
    }
  };
  const listener = (
    message: { type?: unknown; data?: unknown } | null,
    sender: { id?: string },
    reply: (answer: { res: Result<unknown> }) => void,
  ) => {
    const name = message?.type as keyof FrameProtocol;
    // What another content script of ours listens to is none of this one's.
    if (!Object.hasOwn(handlers, name)) return;
    if (sender.id !== browser.runtime.id) reply({ res: failure("forbidden", name) });
    else void answer(name, message?.data).then((res) => reply({ res }));
    // The answer comes later.
    return true;
  };
  listen(browser.runtime.onMessage, listener, signal);
}
