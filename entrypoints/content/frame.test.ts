import { expect, it } from "vitest";
import { pageOf } from "../../lib/page/testing.ts";
import { frameMetadata } from "./frame.ts";

const meta = (day: string, what = "published") => `<meta property="article:${what}_time" content="${day}">`;
const page = (head: string, lang = "") =>
  pageOf(`<!doctype html><html${lang}><head>${head}</head><body></body></html>`);

function inFrameOf(outer: Document, own: Document): Document {
  Object.defineProperty(own, "defaultView", { value: { frameElement: { ownerDocument: outer } } });
  return own;
}

const outer = page(meta("2026-03-01") + meta("2026-03-05", "modified"), ' lang="fr"');

it.each<[string, Document, { published?: string; modified?: string; lang?: string }]>([
  [
    "takes language and days from the page around it",
    page(""),
    { published: "2026-03-01", modified: "2026-03-05", lang: "fr" },
  ],
  ["keeps its own language", page("", ' lang="de"'), { published: "2026-03-01", modified: "2026-03-05", lang: "de" }],
  ["keeps its own day, with no other's change", page(meta("2025-01-02")), { published: "2025-01-02", lang: "fr" }],
])("a frame without all of it %s", (_, own, { published, modified, lang }) => {
  expect(frameMetadata(inFrameOf(outer, own))).toMatchObject({ published, modified, lang });
});

it("a frame keeps the day of its change where the page around it has no day either", () => {
  const own = page(meta("2026-04-01", "modified"));
  expect(frameMetadata(inFrameOf(page(""), own))).toMatchObject({ published: undefined, modified: "2026-04-01" });
});

it("a page that stands in none, or in another site's, has its own alone", () => {
  expect(frameMetadata(page("", ' lang="de"'))).toMatchObject({ lang: "de", published: undefined });
  const own = page("");
  Object.defineProperty(own, "defaultView", {
    value: {
      get frameElement() {
        throw new DOMException("Blocked a frame", "SecurityError");
      },
    },
  });
  expect(frameMetadata(own).lang).toBeUndefined();
});
