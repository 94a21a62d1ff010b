/**
 * The background's side of the messages.
 *
 * Everything that arrives is parsed, requests and replies alike, and its sender checked: a page's process may be
 * compromised, and an update may leave an old content script talking to a new background.
 */

import { browser } from "wxt/browser";
import * as z from "zod/mini";
import { type BackgroundProtocol, backgroundProtocol, type Exchange } from "../protocol.ts";
import { checkReply } from "./check-reply.ts";
import { receive, type Sender } from "./messenger.ts";
import { failure, type Result } from "./result.ts";

/** Who asked. Set for content scripts only; `page` is the address of the tab's page, whichever of its frames asked. */
export type Caller = { tab: number; frame: number; page: string; isPrivate: boolean };

type Handler<E extends Exchange> = (
  request: z.output<E["request"]>,
  ...caller: E["from"] extends "content" ? [caller: Caller] : []
) => Promise<Result<z.input<E["reply"]>>>;

/** One handler for each message of the background's; leaving one out does not compile. */
export type BackgroundHandlers = { [K in keyof BackgroundProtocol]: Handler<BackgroundProtocol[K]> };

/** Makes this context the background: the only one that answers `backgroundProtocol`. Call while the script starts. */
export function answerAsBackground(handlers: BackgroundHandlers): void {
  for (const [name, exchange] of Object.entries<Exchange>(backgroundProtocol)) {
    const handler = handlers[name as keyof BackgroundHandlers] as (...args: unknown[]) => Promise<Result<unknown>>;
    receive(name, async (data, sender) => {
      const caller = callerOf(sender, exchange.from);
      if (!caller) return failure("forbidden", `${name}: not to be asked from there`);
      const request = exchange.request.safeParse(data);
      if (!request.success) return failure("bad-request", `${name}: ${z.prettifyError(request.error)}`);
      const result = await handler(request.data, caller);
      return checkReply(name, exchange, result);
    });
  }
}

/** Null where the sender is not of the kind that may ask. */
function callerOf(sender: Sender, from: Exchange["from"]): Caller | null {
  if (sender.id !== browser.runtime.id) return null;
  const own = sender.url?.startsWith(`${location.origin}/`) ?? false;
  if (from !== "content") return own ? { tab: -1, frame: -1, page: "", isPrivate: false } : null;
  // An extension page in a tab has a tab as well; its address tells it from a content script.
  if (own || sender.tab?.id === undefined || sender.frameId === undefined) return null;
  // A frame whose page is none of ours does not see the tab's address: its own is what there is to go by.
  const page = (sender.frameId === 0 ? sender.url : sender.tab.url) ?? sender.url ?? "";
  return {
    tab: sender.tab.id,
    frame: sender.frameId,
    page: page.replace(/#.*$/s, ""),
    isPrivate: sender.tab.incognito,
  };
}
