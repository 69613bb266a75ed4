import { z } from "zod";
import { datasetSchema } from "../../src/core/dataset/schema.ts";
import { packageSchema } from "../../src/core/package/package-schema.ts";
import { folderKinds, type RecordKind, schemaOf, singleKinds } from "./record-kinds.ts";

/** The part of a JSON Schema that messages and this folder's tools read. */
export interface JsonSchema {
  description?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  additionalProperties?: JsonSchema | boolean;
}

/**
 * JSON Schema of what a maintainer writes (fields with a default are optional). Refinements are lost in
 * it, so that it serves editors and messages; whether a record is right, zod decides.
 */
export function jsonSchemaOf(kind: RecordKind): JsonSchema {
  return toJsonSchema(schemaOf(kind)) as JsonSchema;
}

/** Every file of `data/schemas/`: name and text. */
export function jsonSchemaFiles(): Map<string, string> {
  const files = new Map<string, string>();
  for (const kind of [...folderKinds, ...singleKinds]) files.set(`${kind}.json`, print(jsonSchemaOf(kind)));
  files.set("dataset.json", print(toJsonSchema(datasetSchema, "ref")));
  files.set("package.json", print(toJsonSchema(packageSchema, "ref")));
  return files;
}

/** Draft 7 is what editors' YAML support understands best. */
function toJsonSchema(schema: z.ZodType, reused: "inline" | "ref" = "inline") {
  return z.toJSONSchema(schema, { io: "input", target: "draft-7", reused });
}

function print(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
