import { it } from "vitest";
import { languages } from "../../lib/interface/i18n.ts";
import { expectLanguage } from "./languages.ts";
import { articleOf, RIGHT, WRONG, withExtension } from "./with-extension.ts";

const extension = withExtension();

it.each(languages)("speaks %s in tooltip and pages, and every word fits", async (lang) => {
  const article = await extension.openMade(articleOf(RIGHT + WRONG));
  await expectLanguage(extension, article, "$300 billion", lang);
});
