import { it } from "vitest";
import { expectLanguage } from "./languages.ts";
import { articleOf, RIGHT, WRONG, withExtension } from "./with-extension.ts";

const extension = withExtension();

// The longest words, another direction, no spaces; all languages are in languages.long.test.ts.
it("speaks the reader's language in tooltip and pages, and every word fits", async () => {
  const article = await extension.openMade(articleOf(RIGHT + WRONG));
  for (const lang of ["de", "ar", "ja"] as const) await expectLanguage(extension, article, "$300 billion", lang);
});
