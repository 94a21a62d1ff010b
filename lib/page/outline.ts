/** The page's tree as it is drawn, taken down in one walk: what is asked of it afterwards costs no more of the DOM. */
import { shadowOf } from "./flat-tree.ts";
import { LEFT_OUT, traitsOf } from "./left-out.ts";

/**
 * Elements and text nodes in the order in which they are drawn, the root first: open shadow roots in place of their hosts'
 * children, slotted children in their slots. What is left out is there itself, but nothing below it. The lists go side by
 * side: the same place in each speaks of the same node. They are few, since making them longer is a part of the cost.
 */
export type Outline = {
  nodes: Node[];
  /** Of an element its local name, of a text node its data. */
  names: string[];
  /** Of an element what its name and attributes tell, in bits: see left-out.ts. Of a text node `TEXT`. */
  traits: number[];
  /** Of an element the place behind the last node within. */
  ends: number[];
  /**
   * UTF-16 code units of prose before the node: text that is no link's, without white space at the ends of text nodes. One
   * longer than the others.
   */
  prose: number[];
  /** Open shadow roots by the place of their hosts. */
  shadows: Map<number, ShadowRoot>;
};

/** Nodes between two places at which a walk may be interrupted: some tenths of a millisecond. */
export const SLICE = 400;

/** In `traits`: a text node. Left-out.ts has the lower bits. */
export const TEXT = 1 << 8;

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

/** Takes down the tree below `root`, yielding now and then. Where the page changes in between, it is as it was here and is there. */
export function* takeDown(root: Element): Generator<void, Outline> {
  const nodes: Node[] = [];
  const names: string[] = [];
  const traits: number[] = [];
  const ends: number[] = [];
  const prose: number[] = [];
  const shadows = new Map<number, ShadowRoot>();
  // Places of the elements around the node, and whose contents are a slot's: a hostile page may nest deeper than the call
  // stack, and asking for parents would cost as much again.
  const around: number[] = [];
  const slots: (Slot | null)[] = [];
  let slot: Slot | null = null;
  let links = 0;
  let sum = 0;
  let steps = 0;
  let node: Node = root;
  for (;;) {
    if (++steps % SLICE === 0) yield;
    const { nodeType } = node;
    let next: Node | null = null;
    if (nodeType === TEXT_NODE) {
      const { data } = node as Text;
      nodes.push(node);
      names.push(data);
      traits.push(TEXT);
      ends.push(0);
      prose.push(sum);
      if (links === 0) sum += data.trim().length;
    } else if (nodeType === ELEMENT_NODE) {
      const element = node as Element;
      const tag = element.localName;
      const told = traitsOf(element, tag);
      const at = nodes.push(node) - 1;
      names.push(tag);
      traits.push(told);
      ends.push(at + 1);
      prose.push(sum);
      if (at === 0 || (told & LEFT_OUT) === 0) {
        const shadow = shadowOf(element);
        if (shadow) shadows.set(at, shadow);
        const inner = tag === "slot" && !shadow ? slotOf(element as HTMLSlotElement) : null;
        next = inner ? (inner.nodes[0] as Node) : (shadow ?? element).firstChild;
        if (next) {
          around.push(at);
          slots.push(slot);
          slot = inner;
          if (tag === "a") links++;
        }
      }
    }
    if (!next && around.length > 0) next = slot ? after(slot) : node.nextSibling;
    while (!next) {
      const done = around.pop();
      if (done === undefined) {
        prose.push(sum);
        return { nodes, names, traits, ends, prose, shadows };
      }
      ends[done] = nodes.length;
      if (names[done] === "a") links--;
      slot = slots.pop() ?? null;
      if (around.length > 0) next = slot ? after(slot) : (nodes[done] as Node).nextSibling;
    }
    node = next;
  }
}

/** What a slot shows, and how far the walk is in it. */
type Slot = { nodes: readonly Node[]; at: number };

/** Null where nothing is assigned: such a slot shows its own children. */
function slotOf(element: HTMLSlotElement): Slot | null {
  const nodes = element.assignedNodes?.() ?? [];
  return nodes.length > 0 ? { nodes, at: 0 } : null;
}

const after = (slot: Slot): Node | null => slot.nodes[++slot.at] ?? null;

/** How much prose is in the element at a place. */
export const proseAt = ({ prose, ends }: Outline, at: number): number =>
  (prose[ends[at] as number] as number) - (prose[at] as number);

/** Answers for an outline's elements how much prose is in them; 0 for elements that are not in it. */
export function proseOf(outline: Outline): (element: Element) => number {
  const { nodes } = outline;
  /** Most pages ask of a few elements: only a page that asks of more has them listed. */
  let few = 32;
  let places: Map<Node, number> | undefined;
  return (element) => {
    if (few-- <= 0) places ??= new Map(nodes.map((node, at) => [node, at]));
    const at = places ? (places.get(element) ?? -1) : nodes.indexOf(element);
    return at < 0 ? 0 : proseAt(outline, at);
  };
}
