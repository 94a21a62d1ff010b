/** The page's tree as it is drawn, taken down in one walk: what is asked of it afterwards costs no more of the DOM. */
import { shadowOf } from "./flat-tree.ts";
import { LEFT_OUT, traitsOf } from "./left-out.ts";

/**
 * Elements and text nodes in the order in which they are drawn, the root first: open shadow roots in place of their hosts'
 * children, slotted children in their slots. What is left out is there itself, but nothing below it. The lists go side by
 * side: the same place in each speaks of the same node.
 */
export type Outline = {
  nodes: Node[];
  /** Of an element its local name; "" of a text node. */
  tags: string[];
  /** Of a text node its data; "" of an element. */
  texts: string[];
  /** Of an element what its name and attributes tell, in bits: see left-out.ts. 0 of a text node. */
  traits: number[];
  /** The place behind the last node within. */
  ends: number[];
  /** UTF-16 code units of text within that is no link's, without white space at the ends of text nodes. */
  prose: number[];
  /** Open shadow roots by the place of their hosts. */
  shadows: Map<number, ShadowRoot>;
};

/** Nodes between two places at which a walk may be interrupted: some tenths of a millisecond. */
export const SLICE = 400;

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

/** Takes down the tree below `root`, yielding now and then. Where the page changes in between, it is as it was here and is there. */
export function* takeDown(root: Element): Generator<void, Outline> {
  const nodes: Node[] = [];
  const tags: string[] = [];
  const texts: string[] = [];
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
  let steps = 0;
  let node: Node = root;
  for (;;) {
    if (++steps % SLICE === 0) yield;
    const at = nodes.length;
    const { nodeType } = node;
    let child: Node | null = null;
    let inner: Slot | null = null;
    if (nodeType === TEXT_NODE) {
      const { data } = node as Text;
      const parent = around[around.length - 1] as number;
      if (links === 0) prose[parent] = (prose[parent] as number) + data.trim().length;
      nodes.push(node);
      tags.push("");
      texts.push(data);
      traits.push(0);
      ends.push(at + 1);
      prose.push(0);
    } else if (nodeType === ELEMENT_NODE) {
      const element = node as Element;
      const tag = element.localName;
      const told = traitsOf(element, tag);
      nodes.push(node);
      tags.push(tag);
      texts.push("");
      traits.push(told);
      ends.push(at + 1);
      prose.push(0);
      if (at === 0 || (told & LEFT_OUT) === 0) {
        const shadow = shadowOf(element);
        if (shadow) {
          shadows.set(at, shadow);
          child = shadow.firstChild;
        } else {
          if (tag === "slot") inner = slotOf(element as HTMLSlotElement);
          child = inner ? (inner.nodes[0] as Node) : element.firstChild;
        }
        if (child) {
          around.push(at);
          slots.push(slot);
          slot = inner;
          if (tag === "a") links++;
          node = child;
          continue;
        }
      }
    }
    let next = around.length === 0 ? null : after(node, slot);
    while (!next) {
      const done = around.pop();
      if (done === undefined) return { nodes, tags, texts, traits, ends, prose, shadows };
      ends[done] = nodes.length;
      if (tags[done] === "a") links--;
      slot = slots.pop() ?? null;
      const parent = around[around.length - 1];
      if (parent === undefined) continue;
      prose[parent] = (prose[parent] as number) + (prose[done] as number);
      next = after(nodes[done] as Node, slot);
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

const after = (node: Node, slot: Slot | null): Node | null =>
  slot ? (slot.nodes[++slot.at] ?? null) : node.nextSibling;

/** Answers for an outline's elements how much prose is in them; 0 for elements that are not in it. */
export function proseOf({ nodes, prose }: Outline): (element: Element) => number {
  const places = new Map<Node, number>();
  for (let at = 0; at < nodes.length; at++) if ((prose[at] as number) > 0) places.set(nodes[at] as Node, at);
  return (element) => prose[places.get(element) ?? -1] ?? 0;
}
