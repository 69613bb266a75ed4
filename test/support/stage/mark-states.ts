import markStyle from "../../../entrypoints/marks.css?inline";
import noteMarkStyle from "../../../entrypoints/note-marks.css?inline";
import { entityKinds } from "../../../src/core/dataset/schema.ts";
import { highlightName, paletteFor } from "../../../src/page/mark-palette.ts";
import { rest } from "./steps.ts";

/** Names that stand for one of each kind. */
const names = [
  "Vendor A",
  "Operator A",
  "App House",
  "Northland",
  "Jane Doe",
  "Inland Union",
  "Safe Networks Act",
];

/** One of each sort of background that marks are coloured for, with the text that a page would have on it. */
const grounds: [background: string, text: string][] = [
  ["#ffffff", "#1b1c1f"],
  ["#c9d6c4", "#1b1c1f"],
  ["#777d86", "#ffffff"],
  ["#14161a", "#ecedf0"],
];

/** Every mark, certain and uncertain, and a passage with a note, on every sort of background, as a page would have them. */
export const markStates: [string, () => unknown][] = [
  [
    "marks",
    () => {
      const style = document.createElement("style");
      style.textContent = `${markStyle}${noteMarkStyle} body { margin: 0; font: 17px/1.9 serif; } section { padding: 14px 20px; } p { margin: 0 0 6px; }`;
      document.head.append(style);
      CSS.highlights.clear();
      for (const [background, color] of grounds) {
        const section = document.createElement("section");
        section.style.cssText = `background: ${background}; color: ${color};`;
        document.body.append(section);
        for (const isUncertain of [false, true]) {
          const line = document.createElement("p");
          section.append(line);
          for (const [at, kind] of entityKinds.entries()) {
            line.append(isUncertain ? "perhaps " : "");
            const name = document.createTextNode(names[at] ?? kind);
            line.append(name, ", ");
            mark(name, highlightName(kind, isUncertain, paletteFor(line, new Map())));
          }
        }
        const noted = document.createElement("p");
        section.append(noted);
        const before = document.createTextNode("A passage with a note on what ");
        const name = document.createTextNode("Vendor A");
        noted.append(before, name, " may supply, and what stands after it.");
        const palette = paletteFor(noted, new Map());
        mark(before, highlightName("note", false, palette));
        mark(name, highlightName("note", false, palette));
        mark(name, highlightName("vendor", false, palette));
      }
      return rest();
    },
  ],
];

function mark(text: Text, name: string): void {
  const range = new Range();
  range.selectNodeContents(text);
  const highlight = CSS.highlights.get(name) ?? new Highlight();
  if (name.includes("-note")) highlight.priority = -1;
  highlight.add(range);
  CSS.highlights.set(name, highlight);
}
