import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { backupFormat, backupSchema } from "../../../../src/core/notes/formats/backup.ts";
import type { Note } from "../../../../src/core/notes/note.ts";
import { fileText } from "../../../support/import-text.ts";
import { sampleNotes } from "../../../support/interface-samples.ts";
import { libraryArbitrary } from "../../../support/note-arbitrary.ts";

const file = fileURLToPath(new URL("../../../../src/core/notes/formats/backup.schema.json", import.meta.url));

const isBackup = addFormats
  .default(new Ajv2020({ strict: false }))
  .compile(JSON.parse(readFileSync(file, "utf8")));
const write = (notes: readonly Note[]) => JSON.parse(fileText(backupFormat, notes));

/** Every place in a value, as the way to it. */
function placesOf(value: unknown, way: string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [way];
  return [way, ...Object.entries(value).flatMap(([key, part]) => placesOf(part, [...way, key]))];
}

describe("the JSON Schema of a backup", () => {
  test("is the one that the code makes; `npx vitest run --project unit backup-schema -u` writes it anew", async () => {
    const schema = { title: "Telecom Lens notes, version 2", ...z.toJSONSchema(backupSchema) };
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(file);
  });

  test("takes every backup that we write", () => {
    fc.assert(
      fc.property(libraryArbitrary({ history: true }), (notes) => {
        isBackup(write(notes));
        expect(isBackup.errors).toBeNull();
      }),
      { numRuns: 100 },
    );
  });

  test("and the code agree on what is none", () => {
    const backup = write(sampleNotes);
    const values = [
      null,
      true,
      0,
      -1,
      1.5,
      "",
      "x",
      "2026-02-30T00:00:00Z",
      "x".repeat(100_000),
      [],
      {},
      Array(300).fill("x"),
    ];
    let refused = 0;
    for (const way of placesOf(backup)) {
      for (const value of [...values, undefined, "added"]) {
        const changed = structuredClone(backup);
        const parent = way.slice(0, -1).reduce((part, key) => part[key], changed);
        const key = way.at(-1);
        if (key === undefined) continue;
        if (value === undefined) delete parent[key];
        else if (value === "added" && !Array.isArray(parent)) parent.added = value;
        else parent[key] = value;
        // A hole in a list is no JSON.
        const json = JSON.parse(JSON.stringify(changed));
        const { success, error } = backupSchema.safeParse(json);
        if (!success) refused++;
        const onlyCodeKnows = error?.issues.every(({ code }) => code === "custom");
        expect(isBackup(json), `${way.join(".")} = ${JSON.stringify(value)?.slice(0, 40)}`).toBe(
          success || onlyCodeKnows,
        );
      }
    }
    expect(refused).toBeGreaterThan(500);
  });

  test("cannot say all that the code knows, as README.md tells", () => {
    const [first] = sampleNotes as [Note];
    const { passage: _, ...aboutNothing } = first;
    for (const note of [aboutNothing, { ...first, tags: ["  "] }]) {
      const backup = { ...write([]), notes: [note] };
      expect([isBackup(backup), backupSchema.safeParse(backup).success]).toEqual([true, false]);
    }
  });
});
