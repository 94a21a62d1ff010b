import { render } from "preact";
import { InterfaceContext } from "../../components/use-interface.ts";
import { loadInterface } from "../../lib/interface/i18n.ts";
import { interfaceLanguage, loadPackagedWords } from "../../lib/platform/language.ts";
import { Popup } from "./Popup.tsx";

const ui = await loadInterface(await interfaceLanguage(), loadPackagedWords);
document.documentElement.lang = ui.lang;
document.documentElement.dir = ui.dir;

/** `popup.html?tab=12` shows another tab than the active one: in a tab of its own, where the active tab is the popup. */
const asked = Number(new URLSearchParams(location.search).get("tab") ?? Number.NaN);

render(
  <InterfaceContext.Provider value={ui}>
    <Popup tab={Number.isInteger(asked) ? asked : null} />
  </InterfaceContext.Provider>,
  document.getElementById("app") as HTMLElement,
);
