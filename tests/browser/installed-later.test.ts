import { expect, it } from "vitest";
import { waitForMarks } from "../../scripts/browser/article.ts";
import { until } from "../../scripts/browser/until.ts";
import { articleOf, RIGHT, WRONG, withExtension } from "./with-extension.ts";

const extension = withExtension({ installLater: true });

it("reads tabs that were open before it was installed, and welcomes its user", async () => {
  extension.server.set("early", { body: articleOf(RIGHT + WRONG) });
  const page = await extension.open("http://www.gate.com/news/early");
  const stranger = await extension.open("http://www.other.example/early");
  await extension.session.install();
  await waitForMarks(page, ["$30 billion", "$300 billion"], 30_000);
  await waitForMarks(stranger, []);
  await until("the first-run page", () =>
    extension.session.inBackground(async (api) =>
      (await api.tabs.query({})).some(({ url, pendingUrl }: { url?: string; pendingUrl?: string }) =>
        (url ?? pendingUrl ?? "").endsWith("/welcome.html"),
      ),
    ),
  );
  expect(await extension.session.inBackground((api) => api.runtime.getManifest().name)).toBe("Dealmark");
});
