import { parentOf } from "../reading/page-walk.ts";

/**
 * Which of four sets of colours a mark gets: the one whose lines stand out from the background by 3:1 or more.
 * The sets stand in `entrypoints/marks.css`; the borders between them are computed from their colours, and a
 * test holds the two together. What is drawn for notes (`entrypoints/note-marks.css`) keeps to the same borders.
 */
export const palettes = ["", "-half-light", "-half-dark", "-dark"] as const;
export type Palette = (typeof palettes)[number];

/** The name under which `entrypoints/marks.css` has the look of a mark, and `entrypoints/note-marks.css` that of a note's. */
export function highlightName(kind: string, isUncertain: boolean, palette: Palette): string {
  return `telecom-lens-${isUncertain ? "uncertain-" : ""}${kind}${palette}`;
}

/** @param luminance relative luminance of the background, 0 to 1 (WCAG). */
export function paletteOn(luminance: number): Palette {
  if (luminance >= 0.5) return "";
  if (luminance >= 0.2) return "-half-light";
  return luminance > 0.1 ? "-half-dark" : "-dark";
}

/** What lies behind text in an element, of its own and of those around it. */
interface Ground {
  /** As colours are written, not as they shine: that is how browsers lay them over each other. Weighed by `covered`. */
  light: number;
  /** The share of what lies below that cannot be seen, 0 to 1. */
  covered: number;
  palette?: Palette;
  /** That of the paragraphs without attributes that stand in this element. */
  paragraph?: Ground;
}

/** Answers for elements of one pass: most marks share their ancestors. */
export type Grounds = Map<Element, Ground>;

/** Nothing below a ground that covers as much as this changes its palette. */
const covering = 0.95;

/**
 * The palette for text in an element: by the backgrounds behind it, laid over each other. Where a picture is
 * behind it, or nothing, the text's own colour tells.
 */
export function paletteFor(element: Element, known: Grounds): Palette {
  const ground = groundOf(element, known);
  ground.palette ??= paletteOn(luminanceOf(element, ground));
  return ground.palette;
}

/** Whether text in an element lies on a dark background. */
export function isDark(element: Element | null): boolean {
  return element !== null && paletteFor(element, new Map()).endsWith("dark");
}

/** In a loop, not by recursion: elements may be nested deeper than calls can be. */
function groundOf(element: Element, known: Grounds): Ground {
  const unknown: Element[] = [];
  let at: Element | null = element;
  while (at && !known.has(at)) {
    unknown.push(at);
    at = at.assignedSlot ?? parentOf(at);
  }
  let ground = (at && known.get(at)) ?? { light: 0, covered: 0 };
  for (const over of unknown.reverse()) {
    // Such paragraphs look alike side by side, and to be told how takes longer than all else here.
    const isPlain = over.localName === "p" && !over.hasAttributes();
    const below = ground;
    ground = (isPlain && below.paragraph) || groundOver(over, below);
    if (isPlain) below.paragraph = ground;
    known.set(over, ground);
  }
  return ground;
}

function groundOver(element: Element, below: Ground): Ground {
  const style = getComputedStyle(element);
  const { luminance, alpha } = readColour(style.backgroundColor);
  const open = style.backgroundImage === "none" ? 1 - alpha : 0;
  return {
    light: luminance ** (1 / 2.2) * alpha + below.light * open,
    covered: alpha + below.covered * open,
  };
}

function luminanceOf(element: Element, { light, covered }: Ground): number {
  if (covered > covering) return (light / covered) ** 2.2;
  const isLightText = readColour(getComputedStyle(element).color).luminance > 0.4;
  return (light + (isLightText ? 0.15 : 1) * (1 - covered)) ** 2.2;
}

interface Colour {
  luminance: number;
  alpha: number;
}

/**
 * Luminance of a computed colour: `rgb(…)`, `color(…)`, and the spaces that write lightness first. Exact
 * for sRGB and Lab; for wide gamuts and Oklab close enough to choose one of four sets.
 */
function readColour(colour: string): Colour {
  // Most elements have none, and what this leads to takes longer than the question.
  if (colour === "rgba(0, 0, 0, 0)") return { luminance: 0, alpha: 0 };
  const [space = "", inside = ""] = colour.split("(");
  const parts = inside.slice(0, -1).split(/[ ,/]+/);
  if (space === "color") parts.shift();
  const [first = 0, second = 0, third = 0, alpha = 1] = parts.map((part) =>
    part.endsWith("%") ? Number.parseFloat(part) / 100 : Number(part) || 0,
  );
  const isOk = space.startsWith("ok");
  if (isOk || space.startsWith("l")) {
    const lightness = isOk ? first : ((first > 1 ? first : first * 100) + 16) / 116;
    return { luminance: lightness ** 3, alpha };
  }
  const [red, green, blue] = [first, second, third].map((channel) => {
    const value = space.startsWith("rgb") ? channel / 255 : channel;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return { luminance: 0.2126 * red + 0.7152 * green + 0.0722 * blue, alpha };
}
