import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { attend } from "./attend.ts";
import { ATTEND } from "./types.ts";

/**
 * Brought into a frame by the background once it has marks (lib/platform/tabs.ts): most pages never have any. It shares
 * the content script's world.
 */
export default defineUnlistedScript(() => {
  Object.assign(globalThis, { [ATTEND]: attend });
});
