import type { Popup, Session } from "../../scripts/browser/session.ts";
import { until } from "../../scripts/browser/until.ts";

/**
 * Allows a site in the first-run page, as a user does who agrees when the browser asks.
 *
 * @param typed what the user types; the address of a page of the site will do
 * @returns the first-run page, still open
 */
export async function grantSite(session: Session, host: string, typed: string = host): Promise<Popup> {
  await session.agreeTo([`*://*.${host}/*`]);
  const welcome = await session.openExtensionPage("welcome.html");
  await addSite(welcome, typed);
  await until("the site to be allowed", () => welcome.evaluate(() => document.body.innerText.includes("Done.")));
  return welcome;
}

/** Types an address into the form for one more site, and sends it. */
export async function addSite(page: Popup, typed: string): Promise<void> {
  await until("the form for one more site", () => page.evaluate(() => document.querySelector("form input") !== null));
  await page.evaluate((_api, text) => {
    (document.querySelector("form input") as HTMLInputElement).value = text;
    (document.querySelector("form button") as HTMLButtonElement).click();
  }, typed);
}
