import { parseHTML } from "linkedom";

const EMPTY = "<!doctype html><html><head></head><body></body></html>";
const HEAD_ONLY = new Set(["title", "meta", "link", "base", "style"]);

/**
 * Parses a page into a document with `html`, `head` and `body`.
 *
 * HTML lets authors leave out all three tags, and browsers add them; linkedom takes what is there as it is, which
 * would leave the text outside of `body`, where nobody looks for it.
 */
export function parseHtml(html: string): Document {
  const parsed = parseHTML(html).document;
  if (isWhole(parsed)) return parsed;

  const document = parseHTML(EMPTY).document;
  for (const node of [...parsed.childNodes]) place(node, document);
  return document;
}

function isWhole(document: Document): boolean {
  const [root, ...others] = document.children;
  if (root?.localName !== "html" || others.length > 0) return false;
  const [head, body, ...more] = root.children;
  return head?.localName === "head" && body?.localName === "body" && more.length === 0;
}

function place(node: ChildNode, document: Document): void {
  const { documentElement, head, body } = document;
  const name = isElement(node) ? node.localName : node.nodeName;
  if (isElement(node) && (name === "html" || name === "head" || name === "body")) {
    const target = name === "html" ? documentElement : name === "head" ? head : body;
    for (const { name, value } of node.attributes) target.setAttribute(name, value);
    for (const child of [...node.childNodes]) {
      if (name === "html") place(child, document);
      else target.appendChild(child);
    }
    return;
  }
  if (name !== "#text" && name !== "#comment" && !isElement(node)) return; // doctype, <?xml …?>
  const beforeBody = body.childNodes.length === 0;
  if (beforeBody && name === "#text" && node.textContent?.trim() === "") return;
  const inHead = beforeBody && (HEAD_ONLY.has(name) || name === "script" || name === "#comment");
  (inHead ? head : body).appendChild(node);
}

const isElement = (node: Node): node is Element => node.nodeType === 1;
