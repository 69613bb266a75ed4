import type { Nodes, Root } from "mdast";

/**
 * What a note says without the signs of Markdown, for lists that show its beginning; its lines and blocks are lines. What a
 * note shows as it was typed (headings, pictures, markup) stands here so, too, and an item of a list keeps its number.
 *
 * @param tree the text as Markdown, as `readMarkdown` gives it; null: the text is left as it is
 */
export function plainWords(text: string, tree: Root | null): string {
  return tree ? linesOf(tree.children, text) : text;
}

function wordsOf(node: Nodes, text: string): string {
  switch (node.type) {
    case "text":
    case "inlineCode":
      return node.value;
    case "break":
      return "\n";
    case "paragraph":
    case "emphasis":
    case "strong":
    case "link":
      return node.children.map((child) => wordsOf(child, text)).join("");
    case "blockquote":
    case "listItem":
      return linesOf(node.children, text);
    case "list":
      return node.children
        .map((item, at) => `${node.ordered ? `${(node.start ?? 1) + at}.` : "•"} ${wordsOf(item, text)}`)
        .join("\n");
    default:
      return text.slice(node.position?.start.offset, node.position?.end.offset);
  }
}

function linesOf(nodes: readonly Nodes[], text: string): string {
  return nodes.map((node) => wordsOf(node, text)).join("\n");
}
