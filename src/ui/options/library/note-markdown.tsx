import type { Nodes, Parents } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import { isWebAddress, PageLink } from "../../components/page-link.tsx";
import { FoundText } from "./found-text.tsx";

/** A longer text is shown as it was typed: reading its signs would take too long. */
const longest = 20_000;
/** What is nested deeper is shown as it was typed. */
const deepest = 8;
/** Lines that begin with so many signs of lists and quotations are no list of a person's; they take very long to read. */
const nested = /^(?:[ \t]*(?:>|[-+*]|\d+[.)])){12}/m;
/** So do signs of emphasis and links by the thousand, each of which may belong to each. */
const mostSigns = 1_000;

/**
 * A note's text: paragraphs, emphasis, lists, quotations, code and links as Markdown has them. Everything else (headings,
 * pictures, markup) stands there as it was typed.
 */
export function NoteMarkdown({ text, words }: { text: string; words: readonly string[] }) {
  const tree = useMemo(() => (isCheap(text) ? fromMarkdown(text) : null), [text]);
  return (
    <div class="note-text" dir="auto">
      {tree ? (
        drawChildren(tree, { text, words, depth: 0 })
      ) : (
        <p class="note-source">
          <FoundText text={text} words={words} />
        </p>
      )}
    </div>
  );
}

/** Reading some texts as Markdown takes seconds. Such a text comes from an import or a page, not from a person. */
function isCheap(text: string): boolean {
  if (text.length > longest || nested.test(text)) return false;
  return (text.match(/[*_[\]<&`!]/g)?.length ?? 0) <= mostSigns;
}

interface Drawing {
  text: string;
  words: readonly string[];
  depth: number;
}

function drawChildren({ children }: Parents, drawing: Drawing): ComponentChildren {
  const inner = { ...drawing, depth: drawing.depth + 1 };
  return children.map((child) => draw(child, inner));
}

function draw(node: Nodes, drawing: Drawing): ComponentChildren {
  const { words } = drawing;
  const key = node.position?.start.offset;
  if (drawing.depth > deepest && "children" in node) return source(node, drawing);
  switch (node.type) {
    case "text":
      return <FoundText key={key} text={node.value} words={words} />;
    case "paragraph":
      return <p key={key}>{drawChildren(node, drawing)}</p>;
    case "emphasis":
      return <em key={key}>{drawChildren(node, drawing)}</em>;
    case "strong":
      return <strong key={key}>{drawChildren(node, drawing)}</strong>;
    case "inlineCode":
      return (
        <code key={key}>
          <FoundText text={node.value} words={words} />
        </code>
      );
    case "break":
      return <br key={key} />;
    case "blockquote":
      return <blockquote key={key}>{drawChildren(node, drawing)}</blockquote>;
    case "list":
      return node.ordered ? (
        <ol key={key} start={node.start ?? 1}>
          {drawChildren(node, drawing)}
        </ol>
      ) : (
        <ul key={key}>{drawChildren(node, drawing)}</ul>
      );
    case "listItem":
      return (
        <li key={key}>
          {node.children.map((child) =>
            // A list of short lines has no paragraphs.
            child.type === "paragraph" && !node.spread
              ? drawChildren(child, { ...drawing, depth: drawing.depth + 1 })
              : draw(child, { ...drawing, depth: drawing.depth + 1 }),
          )}
        </li>
      );
    case "link":
      if (!isWebAddress(node.url)) return source(node, drawing);
      return (
        <PageLink key={key} url={node.url}>
          {drawChildren(node, drawing)}
        </PageLink>
      );
    default:
      return source(node, drawing);
  }
}

/** What was typed. */
function source(node: Nodes, { text, words }: Drawing) {
  const { start, end } = node.position ?? {};
  return (
    <span key={start?.offset} class="note-source">
      <FoundText text={text.slice(start?.offset, end?.offset)} words={words} />
    </span>
  );
}
