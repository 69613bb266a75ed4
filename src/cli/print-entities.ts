import type { PageEntity } from "../messaging/protocol.ts";

/** A page's entities as a table for a terminal, in the order given. */
export function printEntities(entities: PageEntity[]): string {
  const rows = [
    ["Kind", "Name", "Count", "Certainty"],
    ...entities.map(({ kind, name, count, uncertain }) => [
      kind,
      name,
      String(count),
      uncertain ? "uncertain" : "certain",
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) =>
        column === 2 ? cell.padStart(widths[2] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd(),
  );
  lines.splice(1, 0, widths.map((width) => "─".repeat(width)).join("  "));
  return lines.join("\n");
}
