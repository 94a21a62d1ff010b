/**
 * Which elements hold no text of the article: controls, navigation, comments, related links, what nobody sees.
 *
 * Tags and roles are decisive. Class names are a hint that a page may use otherwise ("share-price-table"), so they count
 * only for an element that holds a small part of the page's text.
 */

const TAGS = new Set(
  (
    "script style template noscript nav aside footer menu button select option optgroup datalist textarea input " +
    "label fieldset progress meter output code kbd samp svg math canvas iframe object embed video audio map head rt rp"
  ).split(" "),
);

const ROLES = new Set(
  (
    "navigation banner contentinfo complementary search menu menubar toolbar tablist dialog alertdialog alert status " +
    "tooltip button textbox searchbox listbox combobox switch slider spinbutton progressbar form"
  ).split(" "),
);

/** Read as the page's text flows on over them: nothing is put in their place. */
const SEAMLESS = new Set(["script", "style", "template", "rt", "rp", "sup", "wbr"]);

const NOISE_WORDS = new Set(
  (
    "comment comments disqus related recommend recommended recommendation recommendations sidebar newsletter subscribe " +
    "subscription promo promoted promotion advert advertisement ads sponsor sponsored breadcrumb breadcrumbs cookie " +
    "cookies consent toolbar pagination pager footer menu nav navbar navigation toc outbrain taboola trending popular " +
    "mostread morenews readmore hotnews sharing sharebar socials popup modal tooltip disclaimer"
  ).split(" "),
);

/** An element with such a name is left out only below this share of the page's prose. */
export const NOISE_SHARE = 0.3;

/** What a page's layout says of an element; absent outside a browser. */
export type ElementStyle = {
  display: string;
  visibility: string;
  whiteSpace?: string;
  position?: string;
  clip?: string;
  clipPath?: string;
};

/**
 * Whether the element, whatever its size, holds no article text: by its tag, its role, hidden by an attribute, or being
 * typed into. Asked of every element of a page, most of which have no attributes at all.
 */
export function isLeftOut(element: Element): boolean {
  const tag = element.localName;
  if (TAGS.has(tag)) return true;
  if (tag === "sup") return isFootnote(element);
  if (tag === "dialog") return !element.hasAttribute("open") || !holdsArticle(element);
  if (!element.hasAttributes()) return tag === "pre" && isProgram(element);
  const role = (element.getAttribute("role") ?? "").toLowerCase();
  if (ROLES.has(role)) return role !== "dialog" || !holdsArticle(element);
  return (tag === "pre" && isProgram(element)) || isHidden(element) || isEditable(element);
}

/** Most dialogs ask for consent or a subscription; some sites open their articles in one. */
const holdsArticle = (element: Element): boolean =>
  element.querySelector("article, main, [itemprop~='articleBody']") !== null;

/** A footnote's number: "$100 billion¹" would read as 1001. */
const isFootnote = (element: Element): boolean =>
  element.querySelector("a") !== null || /^\s*[[(]?\d{1,3}[\])]?\s*$/.test(element.textContent ?? "");

const isProgram = (element: Element): boolean =>
  element.querySelector("code") !== null || /\b(?:language|lang|highlight)\b/i.test(nameOf(element));

/** Whether an attribute hides the element, or its own style does. */
export function isHidden(element: Element): boolean {
  if (element.hasAttribute("hidden") || element.hasAttribute("inert")) return true;
  if (element.getAttribute("aria-hidden") === "true") return true;
  const style = element.getAttribute("style");
  return style !== null && /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/i.test(style);
}

/** Whether the page's style sheets hide the element. */
export const isUnseen = (style: ElementStyle): boolean =>
  style.display === "none" ||
  style.visibility === "hidden" ||
  style.visibility === "collapse" ||
  (style.position === "absolute" && isClippedAway(style));

/** Text for screen readers alone, as style sheets write it: a box of a pixel, clipped to nothing. */
const isClippedAway = ({ clip, clipPath }: ElementStyle): boolean =>
  /^rect\((?:[01]px,?\s*){4}\)$/.test(clip ?? "") || /^inset\((?:50|100)%/.test(clipPath ?? "");

/** Whether the reader types into the element: what stands there is theirs, not the article's. */
function isEditable(element: Element): boolean {
  const editable = element.getAttribute("contenteditable");
  return editable !== null && editable.toLowerCase() !== "false";
}

/** Whether a left-out element leaves no gap behind ("10<rt>…</rt>億" reads on), as one that shows something does. */
export const isSeamless = (element: Element): boolean => SEAMLESS.has(element.localName) || isHidden(element);

/** Whether class or id name the element as something beside the article ("article-comments", "relatedLinks"). */
export function isNoiseByName(element: Element): boolean {
  if (!element.hasAttributes()) return false;
  const name = nameOf(element);
  if (!name) return false;
  const words = name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/);
  return words.some((word) => NOISE_WORDS.has(word));
}

/** `className` is an object on SVG elements, and absent elsewhere: the attributes are strings everywhere. */
const nameOf = (element: Element): string =>
  `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`.trim();
