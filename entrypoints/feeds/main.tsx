import { render } from "preact";
import { InterfaceContext } from "../../components/use-interface.ts";
import { loadInterface } from "../../lib/interface/i18n.ts";
import { interfaceLanguage, loadPackagedWords } from "../../lib/platform/language.ts";
import { FeedsPage } from "./FeedsPage.tsx";

const ui = await loadInterface(await interfaceLanguage(), loadPackagedWords);
document.documentElement.lang = ui.lang;
document.documentElement.dir = ui.dir;
document.title = ui.t("feeds.title");

render(
  <InterfaceContext.Provider value={ui}>
    <FeedsPage />
  </InterfaceContext.Provider>,
  document.getElementById("app") as HTMLElement,
);
