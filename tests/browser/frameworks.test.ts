import { expect, it } from "vitest";
import { hover, tooltipText, waitForMarks } from "../../scripts/browser/article.ts";
import { until } from "../../scripts/browser/until.ts";
import { appPage, type Framework } from "./apps.ts";
import { withExtension } from "./with-extension.ts";

const extension = withExtension();

type State = { done?: boolean; errors: string[] };

it.each<Framework>(["react", "vue", "svelte"])(
  "a %s page takes over its HTML and draws itself anew while it is read, and neither is in the other's way",
  async (framework) => {
    const html = await appPage(framework);
    // The same page without the extension: what it comes to is what it must come to with it.
    extension.server.set(`plain-${framework}`, { body: html });
    const plain = await extension.open(`http://www.other.example/plain-${framework}`);
    const { page } = await extension.openMade(html);
    await waitForMarks(page, ["$30 billion", "$300 billion"]);
    // Before it is taken over, with the tooltip open.
    await hover(page, "$300 billion");
    await tooltipText(extension.session, page);

    const ends = async (of: typeof page) => {
      await of.bringToFront();
      await until("the last step", () => of.evaluate(() => (window as unknown as State).done === true));
      return of.evaluate(() => ({
        errors: (window as unknown as State).errors,
        html: (document.querySelector("#app") as Element).outerHTML,
        texts: [...document.querySelectorAll("#app p")].map((one) => one.textContent),
      }));
    };
    const withMarks = await ends(page);
    expect(withMarks.errors).toEqual([]);
    expect(new Set(withMarks.texts).size).toBe(3);
    await waitForMarks(page, ["$30 billion", "$300 billion"]);
    expect(withMarks).toEqual(await ends(plain));
  },
);
