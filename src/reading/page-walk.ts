import { nodeTypeOf, parentElementOf, shadowRootOf } from "./node-getters.ts";

/** An element's parent; for the top of an open shadow tree its host. */
export function parentOf(node: Node): Element | null {
  return parentElementOf(node) ?? (node.parentNode as ShadowRoot | null)?.host ?? null;
}

export interface PageWalk {
  /**
   * The next element or text node in document order. A host's open shadow tree comes before its own children.
   * @throws Error when the page has taken away the last one: what came after it cannot be found from there.
   */
  next(): Element | Text | null;
  /** Whether the last one is an element, and its open shadow tree: each node is asked once. */
  isElement: boolean;
  shadowRoot: ShadowRoot | null;
  /** How many shadow trees deep the last node stands; 1 is the root's own tree. */
  depth(): number;
  /** The document or shadow tree that it stands in. */
  tree(): Node;
}

/** Everything below a root, no callback for a node: that would cost more than all else that is done with it. */
export function walkPage(root: Element): PageWalk {
  const document = root.ownerDocument;
  // 5: elements and text nodes.
  const trees = [document.createTreeWalker(root, 5)];
  let last: Node = root;
  const around = root.getRootNode();
  const walk: PageWalk = {
    isElement: true,
    shadowRoot: root.shadowRoot,
    depth: () => trees.length,
    tree: () => (trees.length > 1 ? trees.at(-1)?.root : null) ?? around,
    next() {
      if (walk.shadowRoot) trees.push(document.createTreeWalker(walk.shadowRoot, 5));
      for (;;) {
        const node = trees[trees.length - 1]?.nextNode() as Element | Text | null | undefined;
        if (node) {
          last = node;
          walk.isElement = nodeTypeOf(node) === 1;
          walk.shadowRoot = walk.isElement ? shadowRootOf(node as Element) : null;
          return node;
        }
        walk.shadowRoot = null;
        if (root.isConnected && !last.isConnected) throw new Error("The page changed while it was read.");
        if (trees.length < 2) return null;
        trees.pop();
      }
    },
  };
  return walk;
}
