import { expect, it } from "vitest";
import { withExtension } from "./with-extension.ts";

const extension = withExtension({ mode: "production" });

it("the published build reads Gate's pages", async () => {
  expect((await extension.openArticle("three-verdicts")).state).toMatchObject({ state: "read", marks: 3 });
});

it("the published build asks for no more than it needs, and offers pages nothing", async () => {
  const manifest = await extension.session.inBackground((api) => api.runtime.getManifest());
  const gate = ["*://*.gate.com/*", "*://*.gate.io/*"];
  expect(manifest.host_permissions).toEqual(gate);
  expect(manifest.content_scripts?.map(({ matches }) => matches)).toEqual([gate]);
  expect(manifest.permissions?.toSorted()).toEqual(["activeTab", "alarms", "scripting", "storage", "unlimitedStorage"]);
  expect(manifest.web_accessible_resources ?? []).toEqual([]);
});
