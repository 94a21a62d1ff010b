/**
 * The content script's side of the messages. It runs on every page that is read, so it carries no zod: requests are
 * checked where they arrive, in the background; replies come from our own background, which has parsed them against
 * the same schemas before sending. What is checked here is what a page could tamper with: nothing reaches us but from
 * our own extension.
 */
import { browser } from "wxt/browser";
import type { BackgroundProtocol, FrameProtocol, ReplyOf, RequestOf } from "../protocol.ts";
import { receive, send } from "./messenger.ts";
import { failure, type Result } from "./result.ts";

/** The messages that a content script may send. */
type Askable = {
  [K in keyof BackgroundProtocol]: BackgroundProtocol[K]["from"] extends "content" ? K : never;
}[keyof BackgroundProtocol];

export const askBackground = <K extends Askable>(
  name: K,
  request: RequestOf<BackgroundProtocol[K]>,
): Promise<Result<ReplyOf<BackgroundProtocol[K]>>> =>
  send(name, request) as Promise<Result<ReplyOf<BackgroundProtocol[K]>>>;

type FrameHandlers = {
  [K in keyof FrameProtocol]: (
    request: RequestOf<FrameProtocol[K]>,
  ) => ReplyOf<FrameProtocol[K]> | Promise<ReplyOf<FrameProtocol[K]>>;
};

/** Answers what the extension asks of this frame, until `signal` aborts. */
export function answerAsFrame(handlers: FrameHandlers, signal: AbortSignal): void {
  for (const name of Object.keys(handlers) as (keyof FrameProtocol)[]) {
    const handler = handlers[name] as (request: unknown) => unknown;
    const stop = receive(name, async (data, sender) => {
      if (sender.id !== browser.runtime.id) return failure("forbidden", `${name}: not to be asked from there`);
      return { ok: true, value: await handler(data) };
    });
    signal.addEventListener("abort", stop, { once: true });
  }
}
