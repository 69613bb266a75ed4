/**
 * Whether text in an element lies on a dark background: the first opaque background behind it decides,
 * and where none is set, the colour scheme of the page.
 */
export function isDark(element: Element | null): boolean {
  for (let current = element; current; current = current.parentElement) {
    const channels = channelsOf(getComputedStyle(current).backgroundColor);
    if (channels && channels.alpha > 0.5) return luminance(channels) < 0.35;
  }
  const text = channelsOf(getComputedStyle(element ?? document.documentElement).color);
  return text !== null && luminance(text) > 0.6;
}

interface Channels {
  red: number;
  green: number;
  blue: number;
  alpha: number;
}

/** Reads the computed forms `rgb(…)` and `color(srgb …)`; other colour spaces are left undecided. */
function channelsOf(colour: string): Channels | null {
  const numbers = colour.match(/[\d.]+/g)?.map(Number);
  if (!numbers) return null;
  const scale = colour.startsWith("color(srgb") ? 1 : colour.startsWith("rgb") ? 255 : 0;
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbers;
  return scale === 0 ? null : { red: red / scale, green: green / scale, blue: blue / scale, alpha };
}

/** Perceived lightness, 0 to 1; exact enough to tell dark from light. */
function luminance({ red, green, blue }: Channels): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
