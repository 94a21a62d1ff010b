import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, it } from "vitest";
import { checkFiles, expectSame } from "./command-line.ts";
import { withExtension } from "./with-extension.ts";

const folder = join(import.meta.dirname, "../fixtures/articles");
const names = readdirSync(folder);
const extension = withExtension({ folder });

const found = new Map<string, Awaited<ReturnType<typeof checkFiles>>[number]>();
beforeAll(async () => {
  const findings = await checkFiles(names.map((name) => join(folder, name, "page.html")));
  for (const [index, name] of names.entries()) found.set(name, findings[index] ?? []);
});

it.each(names)("the article %s is read in the browser as on the command line", async (name) => {
  await expectSame(extension, name, found.get(name) ?? []);
});
