/** What the extension may cost in a page. The bench prints each beside what it measures; tests hold the sizes. */
export interface Budget {
  /** As a person reads it. */
  row: string;
  limit: number;
  unit: "kB" | "MB" | "ms" | "%" | "";
}

export const budgets = {
  pageScript: { row: "page script on a listed site, gzip", limit: 8, unit: "kB" },
  beforeHover: {
    row: "all that a page with mentions loads before the first hover, gzip",
    limit: 20,
    unit: "kB",
  },
  card: { row: "the card, gzip", limit: 40, unit: "kB" },
  notes: { row: "what marks a page's notes, gzip", limit: 18, unit: "kB" },
  markdown: { row: "what reads the Markdown of notes, gzip", limit: 30, unit: "kB" },
  aloneMedian: {
    row: "main thread until a page without mentions is left alone, median",
    limit: 4,
    unit: "ms",
  },
  aloneHeaviest: { row: "… heaviest page", limit: 16, unit: "ms" },
  drawnMedian: { row: "main thread until the marks of an article are drawn, median", limit: 8, unit: "ms" },
  drawnHeaviest: { row: "… heaviest page", limit: 27, unit: "ms" },
  drawnSlice: { row: "… longest slice on any page", limit: 6, unit: "ms" },
  marksAsleep: { row: "DOMContentLoaded to marks on screen, background asleep", limit: 400, unit: "ms" },
  marksAwake: { row: "… background awake", limit: 100, unit: "ms" },
  pointer: { row: "pointer moving over text, per frame, 5,000 marks", limit: 0.1, unit: "ms" },
  cardFirst: { row: "hover intent to card on screen, first time in a page", limit: 60, unit: "ms" },
  cardLater: { row: "… later", limit: 16, unit: "ms" },
  appendingOurs: { row: "page that appends 100 nodes a second: our code", limit: 1, unit: "%" },
  appendingAll: { row: "… all that we add to its main thread", limit: 4, unit: "%" },
  memory: { row: "memory in the page with 500 marks", limit: 2, unit: "MB" },
  layoutShift: { row: "layout shift added", limit: 0, unit: "" },
  longTasks: { row: "long tasks over 50 ms added", limit: 0, unit: "" },
  interaction: { row: "interaction delay added, 98th of 100", limit: 0, unit: "ms" },
} as const satisfies Record<string, Budget>;

export type BudgetName = keyof typeof budgets;

/** A figure in the budget's unit, or why there is none; a remark in either case. */
export type Figure = { value: number; remark?: string } | { value: null; remark: string };

/** What cannot be told from measuring twice: clocks and event timing are rounded by the browsers. */
const rounding: Partial<Record<BudgetName, number>> = { layoutShift: 0.001, interaction: 8 };

/** One line of the table: `ok    7.4 kB of 8 kB   page script …`. */
export function budgetLine(name: BudgetName, figure: Figure): string {
  const { row, limit, unit } = budgets[name];
  const written = (value: number) => `${Number(value.toFixed(value < 1 ? 3 : 1))}${unit && ` ${unit}`}`;
  const verdict = figure.value === null ? "–" : isOver(name, figure.value) ? "over" : "ok";
  const shown = figure.value === null ? "" : `${written(figure.value)} of ${written(limit)}`;
  return `  ${verdict.padEnd(5)} ${shown.padEnd(22)} ${row}${figure.remark ? ` (${figure.remark})` : ""}`;
}

export function isOver(name: BudgetName, value: number): boolean {
  return value > budgets[name].limit + (rounding[name] ?? 0);
}
