// @vitest-environment happy-dom
import { render } from "preact";
import { expect, it, vi } from "vitest";
import { InterfaceContext } from "../../components/use-interface.ts";
import { interfaceIn } from "../../lib/interface/i18n.ts";
import { setSite } from "../../lib/platform/sites.ts";
import type { PageSummary } from "../../lib/protocol.ts";
import { askSummary } from "./ask-page.ts";
import { Popup } from "./Popup.tsx";

const { never } = vi.hoisted(() => ({ never: () => new Promise<never>(() => {}) }));
vi.mock("./ask-page.ts", () => ({ askSummary: vi.fn(never), askRest: never, askDataset: never }));
vi.mock("./PopupFeeds.tsx", () => ({ PopupFeeds: () => null, PopupNotices: () => null, usePopupFeeds: () => ({}) }));
vi.mock("../../lib/platform/grants.ts", () => ({ watchGrantChanges: vi.fn() }));
vi.mock("../../lib/platform/readings.ts", () => ({ watchReadings: vi.fn() }));
vi.mock("../../lib/platform/settings.ts", () => ({ watchSettings: vi.fn() }));
vi.mock("../../lib/platform/sites.ts", () => ({ setSite: vi.fn(never), setPage: vi.fn(never) }));

const summary: PageSummary = {
  on: true,
  site: { host: "news.example", on: true, access: "always", grant: null },
  page: { address: "https://news.example/a", on: true },
  main: { document: "d", host: "news.example", state: "no-figures", marks: 0, at: null, tooltip: null },
  frames: [],
};

it("leaves a switch where it was put, though the page's first answer comes after that", async () => {
  document.body.innerHTML = "<div></div>";
  const known = { tab: 3, summary };
  const late = Promise.withResolvers<typeof known>();
  render(
    <InterfaceContext.Provider value={interfaceIn("en")}>
      <Popup tab={null} first={late.promise} known={known} />
    </InterfaceContext.Provider>,
    document.body.firstElementChild as Element,
  );
  const switches = () => [...document.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
  expect(switches().map(({ checked }) => checked)).toEqual([true]);
  switches()[0]?.click();
  late.resolve(known);
  // Until effects have run and what they were given has been drawn.
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(setSite).toHaveBeenCalledExactlyOnceWith("news.example", false);
  expect(askSummary).not.toHaveBeenCalled();
  expect(switches().map(({ checked }) => checked)).toEqual([false]);
});
