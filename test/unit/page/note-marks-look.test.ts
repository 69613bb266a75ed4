import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { highlightName, paletteOn, palettes } from "../../../src/page/mark-palette.ts";

const style = readFileSync(join(import.meta.dirname, "../../../entrypoints/note-marks.css"), "utf8");
const mentions = readFileSync(join(import.meta.dirname, "../../../entrypoints/marks.css"), "utf8");

/** Channels 0 to 1 and the share that covers, of `#rrggbb` or `#rrggbbaa`. */
function colour(hex: string): [number, number, number, number] {
  const [red = 0, green = 0, blue = 0, alpha = 255] = (hex.match(/[0-9a-f]{2}/g) ?? []).map((byte) =>
    Number.parseInt(byte, 16),
  );
  return [red / 255, green / 255, blue / 255, alpha / 255];
}

function look(name: string) {
  const coloured = style.slice(style.indexOf("forced-colors: none"));
  const rule = new RegExp(`::highlight\\(${name}\\) \\{([^}]*)\\}`).exec(coloured)?.[1] ?? "";
  const value = (property: string) => new RegExp(`${property}: (#[0-9a-f]+)`).exec(rule)?.[1] ?? "";
  return { line: colour(value("text-decoration-color")), ground: colour(value("background-color")) };
}

const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const luminance = (channels: number[]) => {
  const [red = 0, green = 0, blue = 0] = channels.map(linear);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (a: number, b: number) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);

describe("the look of note marks", () => {
  test("has a line that stands out by 3:1 or more from every grey, with the mark's own ground on it", () => {
    for (let step = 0; step <= 255; step++) {
      const grey = step / 255;
      const { line, ground } = look(highlightName("note", false, paletteOn(linear(grey))));
      const behind = ground.slice(0, 3).map((channel) => channel * ground[3] + grey * (1 - ground[3]));
      expect(
        contrast(luminance(line.slice(0, 3)), luminance(behind)),
        `on grey ${step}`,
      ).toBeGreaterThanOrEqual(3);
    }
  });

  test("leaves text on it as readable as it was, nearly", () => {
    for (const palette of palettes) {
      expect(look(highlightName("note", false, palette)).ground[3]).toBeLessThanOrEqual(0.26);
    }
  });

  test("has a line below those of mentions, on screens only, in the system's colour where colours are forced", () => {
    const offset = (text: string) => Number(/text-underline-offset: (\d+)px/.exec(text)?.[1]);
    expect(offset(style)).toBeGreaterThanOrEqual(offset(mentions) + 3);
    for (const [query] of style.matchAll(/@media[^{]*/g)) expect(query).toMatch(/^@media screen/);
    expect(style).toContain("underline solid LinkText");
  });
});
