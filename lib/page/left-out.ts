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
const NOISE_SHARE = 0.3;

/**
 * Names that lists of comments have, and nothing else. What readers write under a short article is often longer than the
 * article.
 */
const COMMENTS = /^(?:(?!has-|with-|no-)[a-z]+-)?comments?(?:-(?!open)[a-z]+)?$|^disqus/;
/** An element that holds nearly everything is no list of comments, whatever its name. */
const COMMENTS_SHARE = 0.9;

/** What a page's layout says of an element; absent outside a browser. */
export type ElementStyle = {
  display: string;
  visibility: string;
  whiteSpaceCollapse?: string;
  position?: string;
  clip?: string;
  clipPath?: string;
};

/** What an element's name and attributes tell, in bits: it holds no article text, whatever its size … */
export const LEFT_OUT = 1;
/** … it has a class or an id … */
export const NAMED = 2;
/** … it says what kind of thing it is (`role`, `itemprop`, `itemtype`) … */
export const TYPED = 4;
/** … it says a language … */
export const SPEAKS = 8;
/** … it is a link. */
export const LINKS = 16;

/**
 * Asked of every element of a page, most of which have no attributes at all; of the others, attributes are asked for by
 * the names that they have.
 */
export function traitsOf(element: Element, tag: string): number {
  if (TAGS.has(tag)) return LEFT_OUT;
  if (tag === "sup" && isFootnote(element)) return LEFT_OUT;
  if (tag === "dialog" && (!element.hasAttribute("open") || !holdsArticle(element))) return LEFT_OUT;
  let traits = tag === "pre" && isProgram(element) ? LEFT_OUT : 0;
  if (!element.hasAttributes()) return traits;
  for (const name of element.getAttributeNames()) {
    switch (name) {
      case "class":
      case "id":
        traits |= NAMED;
        break;
      case "lang":
        traits |= SPEAKS;
        break;
      case "href":
        if (tag === "a") traits |= LINKS;
        break;
      case "itemprop":
      case "itemtype":
        traits |= TYPED;
        break;
      case "role": {
        const role = (element.getAttribute("role") ?? "").toLowerCase();
        traits |= ROLES.has(role) && (role !== "dialog" || !holdsArticle(element)) ? LEFT_OUT : TYPED;
        break;
      }
      default:
        if (hides(element, name)) traits |= LEFT_OUT;
    }
  }
  return traits;
}

/**
 * Matches the elements that most pages have and that may be left out by their tag, role or another attribute: each tag
 * costs the browser a look at every element.
 */
export const OFTEN_LEFT_OUT =
  "script,style,noscript,nav,aside,footer,button,select,label,svg,[role],[hidden],[aria-hidden]";

/** Whether an attribute of this name keeps the element's text from being read: hidden, or being typed by the reader. */
function hides(element: Element, name: string): boolean {
  switch (name) {
    case "hidden":
    case "inert":
      return true;
    case "aria-hidden":
      return element.getAttribute(name) === "true";
    case "style":
      return HIDING_STYLE.test(element.getAttribute(name) ?? "");
    case "contenteditable":
      // What stands there is the reader's, not the article's.
      return element.getAttribute(name)?.toLowerCase() !== "false";
    default:
      return false;
  }
}

const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/i;

/** Most dialogs ask for consent or a subscription; some sites open their articles in one. */
const holdsArticle = (element: Element): boolean =>
  element.querySelector("article, main, [itemprop~='articleBody']") !== null;

/** A footnote's number: "$100 billion¹" would read as 1001. */
const isFootnote = (element: Element): boolean =>
  element.querySelector("a") !== null || /^\s*[[(]?\d{1,3}[\])]?\s*$/.test(element.textContent ?? "");

const isProgram = (element: Element): boolean =>
  element.querySelector("code") !== null || /\b(?:language|lang|highlight)\b/i.test(nameOf(element));

/** Whether an attribute hides the element, or its own style does. */
export const isHidden = (element: Element): boolean =>
  element.hasAttributes() &&
  element.getAttributeNames().some((name) => name !== "contenteditable" && hides(element, name));

/**
 * Whether the page's style sheets hide the element.
 *
 * @param display of the style, which has been asked for it
 */
export const isUnseen = (style: ElementStyle, display: string): boolean =>
  display === "none" ||
  style.visibility === "hidden" ||
  style.visibility === "collapse" ||
  // What stands absolutely is a block, whatever it was.
  (display !== "inline" && style.position === "absolute" && isClippedAway(style));

/** Text for screen readers alone, as style sheets write it: a box of a pixel, clipped to nothing. */
const isClippedAway = ({ clip, clipPath }: ElementStyle): boolean =>
  /^rect\((?:[01]px,?\s*){4}\)$/.test(clip ?? "") || /^inset\((?:50|100)%/.test(clipPath ?? "");

/** Whether a left-out element leaves no gap behind ("10<rt>…</rt>億" reads on), as one that shows something does. */
export const isSeamless = (element: Element): boolean => SEAMLESS.has(element.localName) || isHidden(element);

/**
 * Whether class or id name the element as something beside the article ("article-comments", "relatedLinks").
 *
 * @param share of the prose around it that is in the element: a large part goes by such a name only where it can mean
 *   nothing else
 */
export function isNoiseByName(element: Element, share: number, most = NOISE_SHARE): boolean {
  if (share >= COMMENTS_SHARE || !element.hasAttributes()) return false;
  const name = nameOf(element).replace(/([a-z])([A-Z])/g, "$1-$2");
  if (name === "") return false;
  const names = name.toLowerCase();
  return share < most
    ? names.split(/[^a-z]+/).some((word) => NOISE_WORDS.has(word))
    : names.split(/\s+/).some((one) => COMMENTS.test(one.replaceAll("_", "-")));
}

/** `className` is an object on SVG elements, and absent elsewhere: the attributes are strings everywhere. */
const nameOf = (element: Element): string =>
  `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`.trim();
