/**
 * What is asked of thousands of nodes, by the getter itself. In Firefox a content script sees a page's nodes through
 * wrappers: a name is looked up along all prototypes of a node, for each kind of element anew, which takes longer than
 * the answer.
 */
function getter<T extends Node, K extends keyof T>(owner: "Node" | "Element", name: K): (node: T) => T[K] {
  const get = Object.getOwnPropertyDescriptor(globalThis[owner]?.prototype ?? {}, name)?.get;
  // In Node there are no such interfaces, and each library's nodes are its own.
  return (node) => (get ? get.call(node) : node[name]);
}

export const nodeTypeOf = /* @__PURE__ */ getter<Node, "nodeType">("Node", "nodeType");
export const nodeNameOf = /* @__PURE__ */ getter<Node, "nodeName">("Node", "nodeName");
export const parentElementOf = /* @__PURE__ */ getter<Node, "parentElement">("Node", "parentElement");
export const shadowRootOf = /* @__PURE__ */ getter<Element, "shadowRoot">("Element", "shadowRoot");
