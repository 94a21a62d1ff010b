/** Pages for the tests of this folder. */
import { parseHTML } from "linkedom";

/** A document as the command line parses it: no layout, no style sheets. */
export const pageOf = (html: string): Document => parseHTML(html).document as unknown as Document;

/** A document whose body is `body`. */
export const bodyOf = (body: string): Document =>
  pageOf(`<!doctype html><html lang="en"><head><title></title></head><body>${body}</body></html>`);
