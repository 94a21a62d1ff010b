import { render } from "preact";
import { InterfaceContext } from "../../components/use-interface.ts";
import { loadInterface } from "../../lib/interface/i18n.ts";
import { interfaceLanguage, loadPackagedWords } from "../../lib/platform/language.ts";
import { askPage } from "./ask-page.ts";
import { Popup } from "./Popup.tsx";

/** `popup.html?tab=12` shows another tab than the active one: in a tab of its own, where the active tab is the popup. */
const number = Number(new URLSearchParams(location.search).get("tab") ?? Number.NaN);
const asked = Number.isInteger(number) ? number : null;

/** So long nothing is shown while the page's claims may come; a page that is busy takes longer to answer. */
const BLANK_MS = 100;

// The words are loaded meanwhile.
const first = askPage(asked);
const ui = await loadInterface(await interfaceLanguage(), loadPackagedWords);
document.documentElement.lang = ui.lang;
document.documentElement.dir = ui.dir;

const known = await Promise.race([first, new Promise<null>((resolve) => setTimeout(() => resolve(null), BLANK_MS))]);
render(
  <InterfaceContext.Provider value={ui}>
    <Popup tab={asked} first={first} known={known} />
  </InterfaceContext.Provider>,
  document.getElementById("app") as HTMLElement,
);
