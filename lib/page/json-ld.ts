/** A page's JSON-LD, flattened: pages write one object, an array, an `@graph`, or something that is no JSON at all. */

export type JsonObject = { [key: string]: unknown };

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The scripts that hold it. */
export const JSON_LD = "script[type='application/ld+json' i]";

/** An object's property as a list: absent is `[]`, one value is a list of one. */
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value == null ? [] : [value]);

/** A property that is text, or an object's `@id`, `url` or `name`. */
export function textOf(value: unknown): string | undefined {
  const first = listOf(value)[0];
  if (typeof first === "string") return first.trim() || undefined;
  if (typeof first === "number") return String(first);
  if (isObject(first)) return textOf(first["@id"] ?? first.url ?? first.name ?? first["@value"]);
  return undefined;
}

/**
 * Every top-level object of the page's JSON-LD scripts, with `@graph` and arrays opened and `mainEntity` included.
 * Scripts that hold no JSON are passed over: a broken one says nothing about the next.
 */
export function readJsonLd(document: Document): JsonObject[] {
  const found: JsonObject[] = [];
  for (const script of document.querySelectorAll(JSON_LD)) {
    const value = parse(script.textContent ?? "");
    if (value !== undefined) collect(value, found, 0);
  }
  return found;
}

function parse(text: string): unknown {
  // Seen in the wild: a CDATA section around it, raw line breaks inside strings, a semicolon after it.
  const json = text.replace(/^\s*(?:\/\/)?\s*<!\[CDATA\[|(?:\/\/)?\s*\]\]>\s*$/g, "").replace(/;\s*$/, "");
  for (const attempt of [json, json.replace(/\s+/g, " ")]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // Broken JSON is common, and no error of ours.
    }
  }
  return undefined;
}

function collect(value: unknown, found: JsonObject[], depth: number): void {
  if (depth > 4) return;
  if (Array.isArray(value)) for (const item of value) collect(item, found, depth + 1);
  else if (isObject(value)) {
    found.push(value);
    collect(value["@graph"], found, depth + 1);
    collect(value.mainEntity, found, depth + 1);
  }
}

/** Whether the object's `@type` is an article of any kind (`NewsArticle`, `BlogPosting`, `LiveBlogPosting`, `Report`). */
export const isArticle = (object: JsonObject): boolean =>
  listOf(object["@type"]).some((type) => typeof type === "string" && /(?:Article|Posting|Report)$/.test(type));

/** The updates of the page's live blogs. */
export const liveBlogUpdates = (objects: readonly JsonObject[]): JsonObject[] =>
  objects.flatMap((object) => listOf(object.liveBlogUpdate)).filter(isObject);
