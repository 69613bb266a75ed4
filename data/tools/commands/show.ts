import type { Catalogue } from "../../../src/core/dataset/catalogue.ts";
import type { Entity, entityKinds, Measure } from "../../../src/core/dataset/schema.ts";
import { CommandFailure } from "../command-failure.ts";
import { describeEntity, describeMeasure } from "../describe-record.ts";
import { loadCatalogue, unknownName } from "../load-catalogue.ts";
import { folders } from "../record-kinds.ts";

interface Found {
  kind: (typeof entityKinds)[number] | "measure";
  record: Entity | Measure;
}

/** `show`: one record, with the names of what it refers to. @throws CommandFailure */
export function show(dataFolder: string, text: string, options: { json?: boolean }): void {
  const catalogue = loadCatalogue(dataFolder);
  const { kind, record } = findRecord(catalogue, text);
  const file = `${folders[kind]}/${record.id}.yml`;
  const measures = kind === "measure" ? [] : catalogue.measuresAbout(record.id);
  if (options.json) {
    const names = Object.fromEntries(namesIn(catalogue, record));
    console.log(
      JSON.stringify({ kind, file, record, names, measures: measures.map(({ id }) => id) }, null, 2),
    );
    return;
  }
  const lines = "steps" in record ? describeMeasure(catalogue, record) : describeEntity(catalogue, record);
  console.log([...lines, `File: ${file}, checked ${record.checked}`].join("\n"));
}

function findRecord(catalogue: Catalogue, text: string): Found {
  const entity = catalogue.find(text);
  if (entity) return { kind: entity.kind, record: entity };
  const measure = catalogue.measure(text);
  if (measure) return { kind: "measure", record: measure };
  const { entities, measures, redirects } = catalogue.dataset;
  const heirs = redirects[text] ?? [];
  const heir = heirs.length === 1 ? catalogue.measure(heirs[0] ?? "") : undefined;
  if (heir) return { kind: "measure", record: heir };
  if (heirs.length > 1) throw new CommandFailure(`${text} was split: show ${heirs.join(" or show ")}`);
  throw unknownName("record", text, [
    ...entities.flatMap(({ id, name }) => [id, name]),
    ...measures.map(({ id }) => id),
  ]);
}

/** Names of the records whose ids stand in this one. */
function namesIn(catalogue: Catalogue, value: unknown): Map<string, string> {
  const names = new Map<string, string>();
  const visit = (inner: unknown) => {
    if (typeof inner === "string") {
      const name = nameOf(catalogue, inner);
      if (name) names.set(inner, name);
    } else if (inner !== null && typeof inner === "object") Object.values(inner).forEach(visit);
  };
  visit(value);
  return names;
}

function nameOf(catalogue: Catalogue, id: string): string | undefined {
  return catalogue.entity(id)?.name ?? catalogue.measure(id)?.title;
}
