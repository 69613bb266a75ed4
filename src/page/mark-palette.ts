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

/**
 * The palette for text in an element: by the backgrounds behind it, laid over each other. Where a picture is
 * behind it, or nothing, the text's own colour tells.
 * @param known answers for elements of this pass, since most marks share their ancestors.
 */
export function paletteFor(element: Element, known: Map<Element, Palette>): Palette {
  const before = known.get(element);
  if (before !== undefined) return before;
  const palette = paletteOn(backdropOf(element));
  known.set(element, palette);
  return palette;
}

/** Whether text in an element lies on a dark background. */
export function isDark(element: Element | null): boolean {
  return element !== null && paletteOn(backdropOf(element)).endsWith("dark");
}

function backdropOf(element: Element): number {
  // Browsers lay colours over each other as they are written, not as they shine.
  let [light, covered] = [0, 0];
  const seen = (written: number) => written ** 2.2;
  for (let current: Element | null = element; current; current = parentOf(current)) {
    const { backgroundColor, backgroundImage } = getComputedStyle(current);
    const { luminance, alpha } = readColour(backgroundColor);
    light += luminance ** (1 / 2.2) * alpha * (1 - covered);
    covered += alpha * (1 - covered);
    if (covered > 0.95) return seen(light / covered);
    if (backgroundImage !== "none") break;
  }
  const isLightText = readColour(getComputedStyle(element).color).luminance > 0.4;
  return seen(light + (isLightText ? 0.15 : 1) * (1 - covered));
}

function parentOf(element: Element): Element | null {
  const root = element.assignedSlot ?? element.parentNode;
  return root instanceof ShadowRoot
    ? root.host
    : (root as Element | null)?.nodeType === 1
      ? (root as Element)
      : null;
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
  const [first = 0, second = 0, third = 0, fourth = 1] = (
    colour.replace(/^color\(\S+/, "").match(/[\d.]+(?:e-?\d+)?%?/g) ?? []
  ).map((number) => (number.endsWith("%") ? Number.parseFloat(number) / 100 : Number(number)));
  if (/^(ok)?l/.test(colour)) {
    const lightness = colour.startsWith("ok") ? first : ((first > 1 ? first : first * 100) + 16) / 116;
    return { luminance: lightness ** 3, alpha: fourth };
  }
  const scale = colour.startsWith("rgb") ? 255 : 1;
  const [red = 0, green = 0, blue = 0] = [first, second, third].map((channel) => {
    const value = channel / scale;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return { luminance: 0.2126 * red + 0.7152 * green + 0.0722 * blue, alpha: fourth };
}
