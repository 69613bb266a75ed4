import type { Link, Nodes, Parents, Root } from "mdast";
import type { ComponentChildren } from "preact";
import { addressesIn } from "../../core/notes/addresses-in-text.ts";
import { PageLink } from "./page-link.tsx";

/** What is nested deeper is shown as it was typed. */
const deepest = 8;
/** Of an address that is shown beside its words, so many characters. */
const longestAddress = 80;
const schemes = ["http:", "https:", "mailto:"];

interface NoteTextProps {
  text: string;
  /** The text as Markdown, as `readMarkdown` gives it; null: it is shown as it was typed. */
  tree: Root | null;
  /** Draws a piece of it, in which something may have been searched for. */
  draw?(piece: string): ComponentChildren;
}

/**
 * A note's text: paragraphs, emphasis, lists, quotations, code and links as Markdown has them. Everything else (headings,
 * pictures, markup) stands there as it was typed, and nothing is inserted as markup.
 */
export function NoteText({ text, tree, draw = (piece) => piece }: NoteTextProps) {
  return (
    <div class="note-text" dir="auto">
      {tree ? (
        drawChildren(tree, { text, draw, depth: 0 })
      ) : (
        <p class="note-source">{drawWords(text, draw)}</p>
      )}
    </div>
  );
}

interface Drawing extends Required<Pick<NoteTextProps, "text" | "draw">> {
  depth: number;
  /** Within a link, whose words are none. */
  inLink?: boolean;
}

function drawChildren({ children }: Parents, drawing: Drawing): ComponentChildren {
  const inner = { ...drawing, depth: drawing.depth + 1 };
  return children.map((child) => drawNode(child, inner));
}

function drawNode(node: Nodes, drawing: Drawing): ComponentChildren {
  const { draw } = drawing;
  const key = node.position?.start.offset;
  if (drawing.depth > deepest && "children" in node) return source(node, drawing);
  switch (node.type) {
    case "text":
      return drawing.inLink ? draw(node.value) : drawWords(node.value, draw);
    case "paragraph":
      return <p key={key}>{drawChildren(node, drawing)}</p>;
    case "emphasis":
      return <em key={key}>{drawChildren(node, drawing)}</em>;
    case "strong":
      return <strong key={key}>{drawChildren(node, drawing)}</strong>;
    case "inlineCode":
      return <code key={key}>{draw(node.value)}</code>;
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
              : drawNode(child, { ...drawing, depth: drawing.depth + 1 }),
          )}
        </li>
      );
    case "link":
      return drawLink(node, drawing);
    default:
      return source(node, drawing);
  }
}

function drawLink(node: Link, drawing: Drawing): ComponentChildren {
  const address = safeAddress(node.url);
  if (!address) return source(node, drawing);
  const [words] = node.children;
  const isItsOwn = node.children.length === 1 && words?.type === "text" && saysAddress(words.value, address);
  return (
    <NoteLink key={node.position?.start.offset} address={address} shown={!isItsOwn}>
      {drawChildren(node, { ...drawing, inLink: true })}
    </NoteLink>
  );
}

interface NoteLinkProps {
  address: URL;
  /** Words may say anything: where they do not say where the link leads, that is shown behind them. */
  shown: boolean;
  children: ComponentChildren;
}

function NoteLink({ address, shown, children }: NoteLinkProps) {
  return (
    <>
      {address.protocol === "mailto:" ? (
        <a href={address.href} rel="noopener noreferrer" dir="auto">
          {children}
        </a>
      ) : (
        <PageLink url={address.href}>{children}</PageLink>
      )}
      {shown ? (
        <>
          {" "}
          <bdi class="note-address" dir="ltr">
            ({shortened(address)})
          </bdi>
        </>
      ) : null}
    </>
  );
}

/** Words with the addresses among them as links. */
function drawWords(text: string, draw: Drawing["draw"]): ComponentChildren {
  const parts: ComponentChildren[] = [];
  let done = 0;
  for (const { start, end } of addressesIn(text)) {
    const words = text.slice(start, end);
    const address = safeAddress(words);
    if (!address) continue;
    parts.push(
      draw(text.slice(done, start)),
      <NoteLink key={start} address={address} shown={!saysAddress(words, address)}>
        {draw(words)}
      </NoteLink>,
    );
    done = end;
  }
  return parts.length === 0 ? draw(text) : [...parts, draw(text.slice(done))];
}

/** What was typed. */
function source(node: Nodes, { text, draw }: Drawing) {
  const { start, end } = node.position ?? {};
  return (
    <span key={start?.offset} class="note-source">
      {draw(text.slice(start?.offset, end?.offset))}
    </span>
  );
}

/** Null for what opens neither as a web page nor as a letter, and for what seems to name another site than it leads to. */
function safeAddress(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const address = new URL(text);
  return schemes.includes(address.protocol) && address.username === "" ? address : null;
}

/** Not where its host is written in letters that only look like those of another. */
function saysAddress(words: string, address: URL): boolean {
  const isSame = words === plain(address) || (URL.canParse(words) && new URL(words).href === address.href);
  return isSame && words.toLowerCase().includes(address.host);
}

/** As people write it. The browser has written signs of other directions, and other alphabets in the host, otherwise already. */
function plain({ href }: URL): string {
  return href.replace(/^(?:https?:\/\/|mailto:)/, "").replace(/\/$/, "");
}

/** The host is always whole: its end tells whose it is. */
function shortened(address: URL): string {
  const whole = plain(address);
  const length = Math.max(longestAddress, address.host.length);
  return whole.length > length ? `${whole.slice(0, length)} …` : whole;
}
