import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseHTML } from "linkedom";

export const DEMO_FOLDER = join(import.meta.dirname, "..", "demo");

/** Articles with figures, but about no deal. */
const WITHOUT_DEAL = new Set(["en-no-deal"]);

export type DemoPage = {
  /** The file's name without `.html`. */
  name: string;
  /** BCP 47, as the page declares it. */
  lang: string;
  title: string;
  /** The article is about no deal: nothing is to be marked in it. */
  withoutDeal: boolean;
};

/** The demo articles by name; the folder's index, which leads to them, is none. */
export async function listDemoPages(): Promise<DemoPage[]> {
  const files = (await readdir(DEMO_FOLDER)).filter((file) => file.endsWith(".html") && file !== "index.html").sort();
  return Promise.all(
    files.map(async (file) => {
      const { document } = parseHTML(await readFile(join(DEMO_FOLDER, file), "utf8"));
      const name = file.replace(/\.html$/, "");
      return {
        name,
        lang: document.documentElement.lang,
        title: document.title,
        withoutDeal: WITHOUT_DEAL.has(name),
      };
    }),
  );
}
