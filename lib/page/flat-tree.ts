/**
 * Ways through the page's tree as it is drawn: open shadow roots in place of their hosts' children.
 *
 * Closed shadow roots are the page's own business and stay closed.
 */

const ELEMENT_NODE = 1;
const SHADOW_ROOT_NODE = 11;

/** The element's open shadow root; null where there is none (or no browser). */
export const shadowOf = (node: Node): ShadowRoot | null =>
  node.nodeType === ELEMENT_NODE ? ((node as Element).shadowRoot ?? null) : null;

/** The parent in the drawn tree: the slot, the host, or the plain parent. */
export function parentOf(node: Node): Node | null {
  const parent = node.parentNode;
  if (!parent) return null;
  if (shadowOf(parent)) return slotOf(node);
  return parent.nodeType === SHADOW_ROOT_NODE && (parent as ShadowRoot).host ? (parent as ShadowRoot).host : parent;
}

const slotOf = (node: Node): HTMLSlotElement | null => (node as Element | Text).assignedSlot ?? null;

/** Whether `node` is `ancestor` or lies below it, in its own tree or in a shadow tree further down. */
export function isWithin(ancestor: Node, node: Node | null): boolean {
  for (let at = node; at; ) {
    if (ancestor.contains(at)) return true;
    const root = at.getRootNode();
    at = root.nodeType === SHADOW_ROOT_NODE ? ((root as ShadowRoot).host ?? null) : null;
  }
  return false;
}
