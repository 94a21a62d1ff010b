/** The wire. What is asked with it is checked in `messaging.ts`, `answering.ts` and `page-summary.ts`; content scripts speak it themselves. */
import { defineExtensionMessaging } from "@webext-core/messaging";
import { failure, type Result } from "./result.ts";

type Wire = Record<string, (request: unknown) => Result<unknown>>;
const wire = defineExtensionMessaging<Wire>();

export type Sender = Parameters<Parameters<typeof wire.onMessage>[1]>[0]["sender"];
type Handler = (request: unknown, sender: Sender) => Promise<Result<unknown>>;

/**
 * Sends a message to the background, to one frame of a tab, or to all frames of one, of which the first answers.
 *
 * @returns what came back, unchecked beyond being a result; `no-answer` where nobody was there. Never rejects.
 */
export async function send(
  name: string,
  request: unknown,
  to?: number | { tabId: number; frameId: number },
): Promise<Result<unknown>> {
  try {
    const reply: unknown = await wire.sendMessage(name, request, to);
    return isResult(reply) ? reply : failure("bad-reply", `${name}: a result expected, something else came`);
  } catch (error) {
    // No receiver, a closed tab, an extension reloaded under the page: the browsers word each in several ways.
    return failure("no-answer", `${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * Answers a message in this context. A second handler for a name is an error.
 *
 * @returns a function that stops answering
 */
export function receive(name: string, handler: Handler): () => void {
  return wire.onMessage(name, async ({ data, sender }) => {
    try {
      return await handler(data, sender);
    } catch (error) {
      console.error(`${name}:`, error);
      return failure("failed", `${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
}

const isResult = (reply: unknown): reply is Result<unknown> =>
  typeof reply === "object" &&
  reply !== null &&
  "ok" in reply &&
  (reply.ok === true || (reply.ok === false && "error" in reply));
