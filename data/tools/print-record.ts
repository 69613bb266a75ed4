/**
 * The one form in which a record is written, so that a difference between two versions is a difference in
 * content: fields in the order of the schema, short lists and groups on one line, long texts folded. Comments stay
 * where they belong.
 */
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  Scalar,
  type YAMLMap,
} from "yaml";
import type { z } from "zod";
import { type RecordKind, schemaOf } from "./record-kinds.ts";

/** Lines stay readable beside another window; web addresses may be longer. */
const width = 110;

/**
 * @param document the parsed record; its nodes are rearranged.
 * @param text the record as it was, for its kind of line end.
 */
export function printRecord(kind: RecordKind, document: Document.Parsed, text: string): string {
  if (document.contents) arrange(document.contents, schemaOf(kind), 0, false);
  const printed = document.toString({
    lineWidth: width,
    minContentWidth: 20,
    flowCollectionPadding: false,
    singleQuote: false,
  });
  return text.includes("\r\n") ? printed.replaceAll("\n", "\r\n") : printed;
}

function arrange(node: unknown, schema: z.ZodType | undefined, indent: number, inFlow: boolean): void {
  if (isScalar(node)) {
    if (typeof node.value === "string") node.type = styleOf(node, indent, inFlow);
    node.spaceBefore = false;
  } else if (isSeq(node)) {
    node.flow = inFlow || fitsOneLine(node, indent);
    const inner = elementOf(schema);
    for (const item of node.items) {
      arrange(item, inner, indent + 2, node.flow);
      if (isNode(item)) item.spaceBefore = false;
    }
  } else if (isMap(node)) {
    // The record itself and its sources stay one field a line, whatever their length.
    node.flow = inFlow || (indent > 0 && !isSource(node) && fitsOneLine(node, indent));
    sortFields(node, schema);
    for (const pair of node.items) {
      if (!isPair(pair)) continue;
      const key = isScalar(pair.key) ? String(pair.key.value) : "";
      if (isScalar(pair.key)) pair.key.spaceBefore = false;
      arrange(pair.value, fieldOf(schema, key), indent + 2, node.flow === true);
    }
  }
}

/** Plain where YAML allows it, folded where it would not fit a line, in double quotes otherwise. */
function styleOf(node: Scalar, indent: number, inFlow: boolean): Scalar.Type {
  const text = String(node.value);
  const long = text.length + indent > width - 16;
  const breakable = /\S \S/.test(text) && !/^https?:/.test(text) && !/\s{2}|\n|^\s|\s$/.test(text);
  if (!inFlow && long && breakable) return Scalar.BLOCK_FOLDED;
  return node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE ? quoted(text) : Scalar.PLAIN;
}

/** A text that was quoted keeps its quotes only where it would read as something else without them. */
function quoted(text: string): Scalar.Type {
  const reads = /^(true|false|null|yes|no|on|off|y|n|~|[-+.\d][\d.eE_+-]*)$/i.test(text);
  return reads ? Scalar.QUOTE_DOUBLE : Scalar.PLAIN;
}

function fitsOneLine(node: Node, indent: number): boolean {
  if (hasComment(node)) return false;
  if (isSeq(node) && node.items.some((item) => !isScalar(item))) return false;
  if (isMap(node) && node.items.some(({ value }) => isProse(value) || isSource(value))) return false;
  const length = flowLength(node);
  return length !== undefined && indent + length <= width - 12;
}

/** Characters that the node takes on one line; undefined where it holds more than one level of groups. */
function flowLength(node: unknown, depth = 0): number | undefined {
  if (isScalar(node)) return String(node.value).length + 2;
  if (depth > 1 || isAlias(node)) return undefined;
  const parts = isSeq(node)
    ? node.items.map((item) => flowLength(item, depth + 1))
    : isMap(node)
      ? node.items.flatMap((pair) => [flowLength(pair.key, depth + 1), flowLength(pair.value, depth + 1)])
      : [0];
  if (parts.includes(undefined)) return undefined;
  return parts.reduce<number>((sum, part) => sum + (part ?? 0) + 1, 2);
}

function hasComment(node: unknown): boolean {
  if (!isNode(node)) return false;
  if (node.comment || node.commentBefore) return true;
  if (isSeq(node)) return node.items.some(hasComment);
  return isMap(node) && node.items.some((pair) => hasComment(pair.key) || hasComment(pair.value));
}

/** A sentence reads better on a line of its own. */
function isProse(node: unknown): boolean {
  const text = isScalar(node) && typeof node.value === "string" ? node.value : "";
  return text.length > 30 && text.includes(" ");
}

function isSource(node: unknown): boolean {
  return isMap(node) && node.has("url");
}

/** Fields in the order of the schema; a field that the schema does not know stays at the end. */
function sortFields(node: YAMLMap, schema: z.ZodType | undefined): void {
  const shape = shapeOf(schema);
  if (!shape) return;
  const order = Object.keys(shape);
  const place = (key: unknown) => {
    const index = order.indexOf(isScalar(key) ? String(key.value) : "");
    return index < 0 ? order.length : index;
  };
  node.items.sort((a, b) => place(a.key) - place(b.key));
}

// What zod wraps around a schema (optional, default, refinement) hides its shape.

interface ZodParts {
  innerType?: z.ZodType;
  in?: z.ZodType;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  valueType?: z.ZodType;
}

function partsOf(schema: z.ZodType | undefined): ZodParts {
  const parts = schema?.def as unknown as ZodParts | undefined;
  return parts?.innerType ? partsOf(parts.innerType) : parts?.in ? partsOf(parts.in) : (parts ?? {});
}

function shapeOf(schema: z.ZodType | undefined) {
  return partsOf(schema).shape;
}

function fieldOf(schema: z.ZodType | undefined, key: string): z.ZodType | undefined {
  const parts = partsOf(schema);
  return parts.shape?.[key] ?? parts.valueType;
}

function elementOf(schema: z.ZodType | undefined): z.ZodType | undefined {
  return partsOf(schema).element;
}
