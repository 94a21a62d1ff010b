/**
 * Typed and checked questions of the background and the extension's pages. What the background answers is in
 * `answering.ts`.
 *
 * The schemas come in with the first question, while its answer is on the way: to evaluate them takes a popup longer than
 * to show its page, for which it asks nobody here.
 */
import type { BackgroundProtocol, FrameProtocol, ReplyOf, RequestOf } from "../protocol.ts";
import { send } from "./messenger.ts";
import type { Result } from "./result.ts";

/** Asks the background. */
export function askBackground<K extends keyof BackgroundProtocol & string>(
  name: K,
  request: RequestOf<BackgroundProtocol[K]>,
): Promise<Result<ReplyOf<BackgroundProtocol[K]>>> {
  return ask(name, request);
}

/** Tells the content scripts in all frames of a tab; those of tabs without any are not missed. */
export async function tellFrames<K extends keyof FrameProtocol & string>(
  name: K,
  request: RequestOf<FrameProtocol[K]>,
  tab: number,
): Promise<void> {
  await send(name, request, tab);
}

/** Asks the content script in one frame of a tab; `no-answer` where none runs. */
export function askFrame<K extends keyof FrameProtocol & string>(
  name: K,
  request: RequestOf<FrameProtocol[K]>,
  to: { tab: number; frame: number },
): Promise<Result<ReplyOf<FrameProtocol[K]>>> {
  return ask(name, request, { tabId: to.tab, frameId: to.frame });
}

async function ask<K extends keyof Protocols & string>(
  name: K,
  request: unknown,
  to?: { tabId: number; frameId: number },
): Promise<Result<ReplyOf<Protocols[K]>>> {
  const [result, { checkReply, exchanges }] = await Promise.all([send(name, request, to), import("./check-reply.ts")]);
  return checkReply(name, exchanges[name] as Protocols[K], result);
}

type Protocols = BackgroundProtocol & FrameProtocol;
