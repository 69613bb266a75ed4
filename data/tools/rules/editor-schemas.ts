import { existsSync } from "node:fs";
import { join } from "node:path";
import { jsonSchemaFiles } from "../json-schemas.ts";
import { readIfThere } from "../read-if-there.ts";
import type { Rule } from "./rule.ts";

export const editorSchemas: Rule = {
  name: "editor-schemas",
  about: "The files in schemas/ are those that the program's record schema gives.",
  check({ folder }, report) {
    const schemas = join(folder, "schemas");
    // A data folder without schemas is somebody's own; only those that are there can be out of date.
    if (!existsSync(schemas)) return;
    const stale = [...jsonSchemaFiles()]
      .filter(([name, text]) => readIfThere(join(schemas, name)) !== text)
      .map(([name]) => name);
    if (stale.length === 0) return;
    const record = { file: "schemas", locate: () => ({ line: 1, column: 1 }) };
    report(
      record,
      [],
      `generated files are out of date: ${stale.join(", ")}`,
      "run: npm run -s data -- build",
    );
  },
};
