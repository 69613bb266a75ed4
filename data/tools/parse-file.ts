import {
  type Document,
  isCollection,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type YAMLError,
} from "yaml";
import type { Path, Position } from "./problem.ts";

export interface ParsedFile {
  /** The file's content as plain values; undefined when it could not be understood. */
  value: unknown;
  /** Where a value stands. A path that leads nowhere gives its nearest existing ancestor. */
  locate(path: Path): Position;
  mistakes: { at: Position; what: string; todo: string }[];
  /** The parsed text with its comments, for printing it anew. */
  document: Document.Parsed;
}

const explanations: Record<string, { what: string; todo: string }> = {
  DUPLICATE_KEY: { what: "the same field stands twice", todo: "keep one of the two, or join them" },
  TAB_AS_INDENT: { what: "a tab is used as indentation", todo: "indent with two spaces" },
  BAD_INDENT: { what: "the indentation does not fit", todo: "align it with the lines above" },
  NON_STRING_KEY: {
    what: "a list or group stands where the name of a field belongs",
    todo: "check the indentation and the colons of this line and the one below",
  },
  MULTIPLE_DOCS: { what: "a second document begins here (---)", todo: "one record a file: remove the line" },
  MISSING_CHAR: { what: "a quote, bracket or colon is missing", todo: "close what was opened" },
  BLOCK_AS_IMPLICIT_KEY: {
    what: "a colon and a space inside a text read as a new field",
    todo: "put the text in double quotes, or below the field with >-",
  },
};

/**
 * Reads one YAML text and keeps the positions.
 *
 * Never throws: what is wrong with the text is in `mistakes`.
 */
export function parseFile(text: string): ParsedFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  const positionAt = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const errors = [...document.errors, ...document.warnings].map((error) => ({
    at: positionAt(startOfMistake(document, error)),
    ...explain(error),
  }));
  // One slip often gives several errors in its line; the first tells it.
  const mistakes = errors.filter(({ at }, index) => errors.findIndex((e) => e.at.line === at.line) === index);
  const found = mistakes.length === 0 ? readValue(() => document.toJS({ maxAliasCount: 100 })) : {};
  if (mistakes.length === 0 && found.failure) {
    mistakes.push({ at: { line: 1, column: 1 }, what: found.failure, todo: "write the text out in full" });
  }
  if (mistakes.length === 0 && (found.value === null || found.value === undefined)) {
    mistakes.push({ at: { line: 1, column: 1 }, what: "the file is empty", todo: "fill it in or remove it" });
  }
  return {
    value: mistakes.length === 0 ? found.value : undefined,
    locate: (path) => positionAt(offsetOf(document.contents, path)),
    mistakes,
    document,
  };
}

function explain(error: YAMLError): { what: string; todo: string } {
  const known = explanations[error.code];
  if (known) return known;
  return { what: `not valid YAML: ${error.message}`, todo: "compare with the lines above or another record" };
}

/** A quote that is never closed is noticed only far below; what helps is where it was opened. */
function startOfMistake(document: Document.Parsed, error: YAMLError): number {
  let start = error.pos[0];
  if (error.code !== "MISSING_CHAR") return start;
  visit(document, {
    Scalar(_, node) {
      const quoted = node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE";
      if (quoted && node.range && node.range[0] < start && start <= node.range[1]) start = node.range[0];
    },
  });
  return start;
}

function readValue(read: () => unknown): { value?: unknown; failure?: string } {
  try {
    return { value: read() };
  } catch (error) {
    return { failure: `not readable: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** A list or map is found at its field's name, for its first entry may stand lines below. */
function offsetOf(root: unknown, path: Path): number {
  let node: unknown = root;
  let offset = startOf(root) ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (!pair || !isPair(pair)) return offset;
      const value = pair.value;
      const own = isScalar(value) && value.value !== null ? startOf(value) : undefined;
      offset = own ?? startOf(pair.key) ?? offset;
      node = value;
    } else if (isCollection(node)) {
      node = node.items[Number(step)];
      if (node === undefined) return offset;
      offset = startOf(node) ?? offset;
    } else {
      return offset;
    }
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  const range = (node as { range?: [number, number, number] | null } | null | undefined)?.range;
  return range?.[0];
}
