/** What a page says of its article: address, language, title, dates. */
import { readDay } from "./dates.ts";
import { isArticle, type JsonObject, listOf, readJsonLd, textOf } from "./json-ld.ts";

export type Metadata = {
  /** Canonical address, http(s) only. */
  url?: string;
  /** BCP 47, as the page declares it. */
  lang?: string;
  title?: string;
  /** The day of first publication, as the page's own time zone has it. */
  published?: string;
  /** The day of the last change that the page admits. Shown, never used to judge. */
  modified?: string;
};

/**
 * Reads JSON-LD, Open Graph, `meta`, microdata and `<time>`, in this order of trust. A property that the page does not
 * state, or states in a form that is not understood, is undefined.
 */
export function readMetadata(document: Document): Metadata {
  const url = readUrl(document);
  const ld = mainArticle(readJsonLd(document), url, document.title);
  const metas = readMetas(document);
  return {
    url,
    lang: readLang(document, ld, metas),
    title: textOf(ld?.headline) ?? metas.get("og:title") ?? (document.title?.trim() || undefined),
    published: firstDay(publishedDays(document, ld, metas)),
    modified: firstDay(modifiedDays(document, ld, metas)),
  };
}

type Metas = ReadonlyMap<string, string>;

/** What may say the day of publication, the most trusted first. What stands further down is asked only where it is needed. */
function* publishedDays(
  document: Document,
  ld: JsonObject | undefined,
  metas: Metas,
): Iterable<string | null | undefined> {
  yield textOf(ld?.datePublished);
  for (const name of PUBLISHED.split(" ")) yield metas.get(name);
  yield* microdata(document, "datePublished");
  yield textOf(ld?.dateCreated);
  yield* times(document);
}

const PUBLISHED =
  "article:published_time og:published_time datepublished parsely-pub-date sailthru.date dc.date.issued dcterms.created " +
  "pubdate publishdate publish_date publish-date dc.date date";

function* modifiedDays(
  document: Document,
  ld: JsonObject | undefined,
  metas: Metas,
): Iterable<string | null | undefined> {
  yield textOf(ld?.dateModified);
  for (const name of MODIFIED.split(" ")) yield metas.get(name);
  yield* microdata(document, "dateModified");
}

const MODIFIED = "article:modified_time og:updated_time datemodified last-modified";

function firstDay(candidates: Iterable<string | null | undefined>): string | undefined {
  for (const text of candidates) {
    const day = readDay(text);
    if (day) return day;
  }
  return undefined;
}

function readUrl(document: Document): string | undefined {
  const base = document.baseURI || document.URL || undefined;
  const candidates = [
    document.querySelector("link[rel~='canonical' i]")?.getAttribute("href"),
    document.querySelector("meta[property='og:url' i]")?.getAttribute("content"),
    document.URL,
  ];
  for (const text of candidates) {
    const url = text ? parseUrl(text.trim(), base) : null;
    if (url) return url;
  }
  return undefined;
}

function parseUrl(text: string, base: string | undefined): string | null {
  const url = URL.parse(text, base) ?? URL.parse(text);
  return url && (url.protocol === "https:" || url.protocol === "http:") ? url.href : null;
}

/** By lower-case `property`, `name` or `itemprop`; the first of several counts. */
function readMetas(document: Document): Map<string, string> {
  const metas = new Map<string, string>();
  for (const meta of document.querySelectorAll("meta[content]")) {
    const name =
      meta.getAttribute("property") ??
      meta.getAttribute("name") ??
      meta.getAttribute("http-equiv") ??
      meta.getAttribute("itemprop");
    const content = meta.getAttribute("content")?.trim();
    const key = name?.toLowerCase();
    if (key && content && !metas.has(key)) metas.set(key, content);
  }
  return metas;
}

function readLang(document: Document, ld: JsonObject | undefined, metas: Metas): string | undefined {
  const html = document.documentElement;
  const candidates = [
    html?.getAttribute("lang"),
    html?.getAttribute("xml:lang"),
    textOf(ld?.inLanguage),
    metas.get("og:locale"),
    metas.get("content-language"),
  ];
  for (const text of candidates) {
    // Open Graph writes `pt_BR`; a list of languages names the first.
    const tag = text?.split(",")[0]?.trim().replaceAll("_", "-");
    if (tag && isLanguageTag(tag)) return tag;
  }
  return undefined;
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** Of several articles that the page describes (related ones among them), the one that is the page. */
function mainArticle(
  objects: readonly JsonObject[],
  url: string | undefined,
  title: string | undefined,
): JsonObject | undefined {
  const articles = objects.filter(isArticle);
  const isAddressed = (object: JsonObject) =>
    [object.url, object.mainEntityOfPage, object["@id"]].some((value) =>
      listOf(value).some((one) => url !== undefined && sameAddress(textOf(one), url)),
    );
  const isNamed = (object: JsonObject) => {
    const headline = textOf(object.headline);
    return headline !== undefined && headline.length > 10 && (title ?? "").includes(headline);
  };
  return (
    articles.find(isAddressed) ??
    articles.find(isNamed) ??
    articles.find((a) => textOf(a.datePublished) !== undefined) ??
    articles[0]
  );
}

const sameAddress = (one: string | undefined, other: string): boolean => one !== undefined && bare(one) === bare(other);
const bare = (url: string): string => url.replace(/^https?:\/\/(?:www\.)?|[?#].*$|\/+$/g, "").replace(/\/+$/, "");

function* microdata(document: Document, property: string): Iterable<string | null> {
  for (const element of document.querySelectorAll(`[itemprop~='${property}']`)) {
    yield element.getAttribute("content") ?? element.getAttribute("datetime") ?? element.textContent;
  }
}

/** `<time>` of the article itself, then of its header: what stands elsewhere dates something else. */
function* times(document: Document): Iterable<string | null> {
  for (const scope of ["article header", "article", "main", "header"]) {
    for (const time of document.querySelectorAll(`${scope} time[pubdate], ${scope} time[datetime]`)) {
      yield time.getAttribute("datetime") || time.textContent;
    }
  }
}
