import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { DataRecord } from "../read-records.ts";
import type { RecordSet } from "../record-set.ts";
import type { Rule } from "./rule.ts";

/** Every id that the dataset has ever used, one `kind id` a line. `fix` adds to it; nothing is taken out. */
export const idsFile = "ids.txt";

export interface UsedId {
  kind: string;
  id: string;
  line: number;
}

export function readUsedIds(folder: string): UsedId[] {
  const path = join(folder, idsFile);
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .split(/\r?\n/)
    .flatMap((text, index) => {
      const [kind, id] = text.trim().split(/\s+/);
      return kind && id ? [{ kind, id, line: index + 1 }] : [];
    });
}

/** The text of `ids.txt` with the ids of today's records added. */
export function completeIds(records: RecordSet): string {
  const lines = new Set(readUsedIds(records.folder).map(({ kind, id }) => `${kind} ${id}`));
  for (const { kind, id } of written(records)) lines.add(`${kind} ${id}`);
  return `${[...lines].sort().join("\n")}\n`;
}

export const ids: Rule = {
  name: "ids",
  about:
    "An id that was ever used still leads to a record, directly or through redirects.yml, and never to another.",
  check(records, report) {
    const used = readUsedIds(records.folder);
    const known = new Map(used.map((entry) => [entry.id, entry]));
    const present = new Map(written(records).map((record) => [record.id, record]));
    for (const { kind, id, line } of used) {
      const at = { file: idsFile, locate: () => ({ line, column: 1 }) };
      const record = present.get(id);
      if (!record && records.follow(id)[0] === id) {
        const todo = `bring the file back, or add ${id} to redirects.yml with the id that took its place`;
        report(at, [], `the ${kind} ${id} is gone, and notes and links that name it lead nowhere`, todo);
      } else if (record && record.kind !== kind && records.byId.get(id)?.length === 1) {
        const todo = "give the new record another id: one id never means two things";
        report(record, ["id"], `${id} was the id of a record of kind ${kind}`, todo);
      }
    }
    for (const record of present.values()) {
      // Two records with one id are another rule's business.
      if (known.has(record.id) || (records.byId.get(record.id)?.length ?? 0) > 1) continue;
      report(record, ["id"], `${record.id} is not in ${idsFile}`, "run: npm run -s data -- fix");
    }
  },
};

function written({ named }: RecordSet): DataRecord[] {
  return named.filter((record) => !record.generated);
}
