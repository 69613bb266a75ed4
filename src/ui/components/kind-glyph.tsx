import type { EntityKind } from "../../core/dataset/schema.ts";

/** One line drawing for each kind, on a grid of 16. */
const drawings: Record<EntityKind, string> = {
  // A mast that sends.
  vendor: "M8 7.5V14M5.8 14h4.4M5.5 8.9a3.3 3.3 0 1 1 5 0M3.4 10.6a6 6 0 1 1 9.2 0",
  // Bars of reception.
  operator: "M3 13.5v-2.5M6.4 13.5V8.5M9.7 13.5V5.5M13 13.5v-11",
  // A building.
  company: "M3.5 14V3.5l5.5-1.3V14M9 6h3.5v8M2 14h12M6 5.8v.4M6 8.3v.4M6 10.8v.4",
  // A flag.
  country: "M4 14.5V2M4 2.8c2.6-1.2 4.4 1.2 8.5.2v6c-4.1 1-5.9-1.4-8.5-.2",
  // A head and shoulders.
  official: "M8 8.2a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6M2.8 14c.3-2.7 2.4-3.9 5.2-3.9s4.9 1.2 5.2 3.9",
  // A front with columns.
  organisation: "M2.5 6.3L8 2.6l5.5 3.7zM4 8.5v3M8 8.5v3M12 8.5v3M2.5 13.7h11",
  // A sheet with lines.
  policy: "M4 1.8h5.5L12.5 4.8V14.2H4zM9.3 2v3h3M6.3 8h4M6.3 10.8h4",
};

/** The sign of a kind, in its colour. Decoration only: the kind stands beside it in words. */
export function KindGlyph({ kind }: { kind: EntityKind }) {
  return (
    <span class="kind-glyph" data-kind={kind}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path d={drawings[kind]} />
      </svg>
    </span>
  );
}
