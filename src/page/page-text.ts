/**
 * The page's text, roughly and cheaply: enough to ask whether it names anything at all. The page script does no
 * more on most pages; what is an article, and which of its text counts, the marker reads with care.
 */

import { nodeNameOf, shadowRootOf } from "../reading/node-getters.ts";
import { oneOf } from "../reading/one-of.ts";

const isPassedOver = oneOf(
  "script style noscript template textarea select button svg math canvas iframe object head nav aside footer code pre",
);
const isInline = oneOf(
  "a abbr acronym b bdi bdo big br cite data del dfn em font i ins label mark q s small span strike strong sub sup " +
    "time tt u var wbr",
);
/** Shorter stretches are labels and links: every page that can be shared names Facebook there. */
const shortest = 30;
/** Nodes looked at between two rests. */
const stepSize = 200;

/** Stretches of text between elements that are not inline, open shadow trees included. */
export function* pageText(root: Node): Generator<void, { text: string }[]> {
  const found: { text: string }[] = [];
  let text = "";
  let looked = 0;
  const end = () => {
    if (text.length >= shortest && text.trim().length >= shortest) found.push({ text });
    text = "";
  };
  function* visit(tree: Node): Generator<void, void> {
    // 5: elements and text nodes.
    const walker = document.createTreeWalker(tree, 5);
    for (let node = walker.nextNode(); node; ) {
      if (++looked % stepSize === 0) yield;
      // One question a node: each costs as much as all else that is done here.
      const nodeName = nodeNameOf(node);
      if (nodeName === "#text") text += (node as Text).data;
      else {
        if (!isInline(nodeName)) end();
        if (isPassedOver(nodeName)) {
          node = walker.nextSibling();
          while (!node && walker.parentNode()) node = walker.nextSibling();
          continue;
        }
        const shadowRoot = shadowRootOf(node as Element);
        if (shadowRoot) yield* visit(shadowRoot);
      }
      node = walker.nextNode();
    }
    end();
  }
  yield* visit(root);
  return found;
}
