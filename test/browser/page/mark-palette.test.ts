import { beforeEach, describe, expect, test } from "vitest";
import style from "../../../entrypoints/marks.css?inline";
import { type Palette, paletteFor, paletteOn, palettes } from "../../../src/page/mark-palette.ts";

const kinds = ["vendor", "operator", "company", "country", "official", "organisation", "policy"];

/** Every line of the marks, as the stylesheet has it: `{ "vendor-dark": { colour, line, width } }`. */
function lines(forced: boolean): Map<string, { colour: string; line: string; offset: string }> {
  const element = document.createElement("style");
  element.textContent = style;
  document.head.append(element);
  const found = new Map<string, { colour: string; line: string; offset: string }>();
  for (const media of element.sheet?.cssRules ?? []) {
    const { conditionText, cssRules } = media as CSSMediaRule;
    if (conditionText.includes("forced-colors: none") && forced) continue;
    for (const rule of cssRules) {
      const { selectorText, style: look } = rule as CSSStyleRule;
      for (const [, name = ""] of selectorText.matchAll(/telecom-lens-([a-z-]+)/g)) {
        const line = `${look.textDecorationStyle} ${look.textDecorationThickness}`;
        const before = found.get(name) ?? { colour: "", line: "", offset: "" };
        found.set(name, {
          colour: look.textDecorationColor || before.colour,
          line: look.textDecorationStyle ? line : before.line,
          offset: look.textUnderlineOffset || before.offset,
        });
      }
    }
  }
  element.remove();
  return found;
}

function luminance(colour: string): number {
  const channels = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map((channel) => {
    const value = Number(channel) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (channels[0] ?? 0) + 0.7152 * (channels[1] ?? 0) + 0.0722 * (channels[2] ?? 0);
}
const contrast = (a: number, b: number) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);

describe("the lines of the marks", () => {
  const look = lines(false);

  test("stand out from every background by 3:1 or more", () => {
    for (let step = 0; step <= 1_000; step++) {
      const background = step / 1_000;
      for (const kind of kinds) {
        for (const name of [kind, `uncertain-${kind}`]) {
          const colour = look.get(name + paletteOn(background))?.colour ?? "";
          expect(contrast(luminance(colour), background), `${name} on ${background}`).toBeGreaterThanOrEqual(
            3,
          );
        }
      }
    }
  });

  test("tell the kinds apart without their colours", () => {
    const shapes = kinds.map((kind) => look.get(kind)?.line);
    expect(new Set(shapes).size).toBe(kinds.length);
    for (const palette of palettes) {
      expect(kinds.map((kind) => look.get(kind + palette)?.line)).toEqual(shapes);
    }
    expect(shapes).not.toContain(look.get("uncertain-vendor")?.line);
  });

  test("are clear of the letters", () => {
    for (const [name, { offset }] of look) if (!name.startsWith("current")) expect(offset, name).toBe("3px");
  });

  test("have the system's colour for every name where colours are forced", () => {
    const forced = lines(true);
    for (const [name, { colour }] of forced) {
      if (!name.startsWith("current")) expect(colour.toLowerCase(), name).toBe("linktext");
    }
    expect(forced.size).toBe(look.size);
  });

  test("are for screens only", () => {
    const element = document.createElement("style");
    element.textContent = style;
    document.head.append(element);
    for (const rule of element.sheet?.cssRules ?? []) {
      expect((rule as CSSMediaRule).conditionText).toMatch(/^screen/);
    }
    element.remove();
  });
});

describe("the background behind text", () => {
  let text: HTMLElement;
  beforeEach(() => {
    document.body.innerHTML = "<main><section><p>Nokia</p></section></main>";
    text = document.querySelector("p") as HTMLElement;
  });

  test.each<[string, string, Palette]>([
    ["white", "black", ""],
    ["rgb(20, 20, 24)", "white", "-dark"],
    ["transparent", "black", ""],
    ["color(srgb 0.1 0.1 0.1)", "white", "-dark"],
    ["salmon", "black", "-half-light"],
    ["rgb(110, 110, 110)", "white", "-half-dark"],
    ["oklch(0.3 0.05 250)", "white", "-dark"],
    ["oklch(0.95 0.02 250)", "black", ""],
    ["lab(20 0 0)", "white", "-dark"],
    ["lab(97 0 0)", "black", ""],
    // Half black over the white of the page is a middle grey.
    ["rgba(0, 0, 0, 0.5)", "black", "-half-light"],
    ["rgba(0, 0, 0, 0.9)", "white", "-dark"],
    ["linear-gradient(black, navy)", "white", "-dark"],
    ["linear-gradient(white, ivory)", "black", ""],
  ])("%s with %s text", (background, colour, palette) => {
    document.body.style.background = "white";
    const section = text.parentElement as HTMLElement;
    section.style.background = background;
    section.style.color = colour;
    expect(paletteFor(text, new Map())).toBe(palette);
    document.body.style.background = "";
  });

  test("is told by the text's own colour where no background is set", () => {
    text.style.color = "rgb(240, 240, 240)";
    expect(paletteFor(text, new Map())).toBe("-dark");
    text.style.color = "rgb(20, 20, 20)";
    expect(paletteFor(text, new Map())).toBe("");
  });
});
