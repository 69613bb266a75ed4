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
  /** How many shadow trees deep the last node stands; 1 is the root's own tree. */
  depth(): number;
}

/** Everything below a root, no callback for a node: that would cost more than all else that is done with it. */
export function walkPage(root: Element): PageWalk {
  const document = root.ownerDocument;
  // 5: elements and text nodes.
  const trees = [document.createTreeWalker(root, 5)];
  let shadow = root.shadowRoot;
  let last: Node = root;
  return {
    depth: () => trees.length,
    next() {
      if (shadow) trees.push(document.createTreeWalker(shadow, 5));
      shadow = null;
      for (;;) {
        const node = trees[trees.length - 1]?.nextNode() as Element | Text | null | undefined;
        if (node) {
          last = node;
          if (nodeTypeOf(node) === 1) shadow = shadowRootOf(node as Element);
          return node;
        }
        if (root.isConnected && !last.isConnected) throw new Error("The page changed while it was read.");
        if (trees.length < 2) return null;
        trees.pop();
      }
    },
  };
}
