import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { DEMO_FOLDER, listDemoPages } from "../../scripts/demo-pages.ts";
import { checkFiles, expectSame } from "./command-line.ts";
import { withExtension } from "./with-extension.ts";

const pages = await listDemoPages();
const extension = withExtension({ folder: DEMO_FOLDER });

describe("a demo article", () => {
  const found = new Map<string, Awaited<ReturnType<typeof checkFiles>>[number]>();
  beforeAll(async () => {
    const findings = await checkFiles(pages.map(({ name }) => join(DEMO_FOLDER, `${name}.html`)));
    for (const [index, { name }] of pages.entries()) found.set(name, findings[index] ?? []);
  });

  it.each(pages)("$name is read in the browser as on the command line", async ({ name }) => {
    await expectSame(extension, name, found.get(name) ?? []);
  });

  it.each(pages)("$name has figures of deals, unless it is about none", ({ name, withoutDeal }) => {
    expect((found.get(name) ?? []).length > 0).toBe(!withoutDeal);
  });
});
