import type { Page } from "puppeteer-core";
import type { Session } from "./browser-session.ts";

/**
 * The colours that the browser has painted behind the first text of a highlight and just before it, as `r,g,b`. Scrolls there.
 * @throws Error where nothing is registered under the name.
 */
export async function paintedGround(
  { asker }: Session,
  page: Page,
  highlight: string,
): Promise<{ behind: string; before: string }> {
  const place = await page.evaluate(async (name) => {
    const ranges: Range[] = [];
    CSS.highlights.get(name)?.forEach((range) => {
      ranges.push(range as Range);
    });
    const [range] = ranges;
    range?.startContainer.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)));
    const box = range?.getClientRects()[0];
    // Above the letters, where only the ground is.
    return box && { x: Math.round(box.left), y: Math.round(box.top) + 2 };
  }, highlight);
  if (!place) throw new Error(`${page.url()} has no ${highlight}`);
  const picture = await page.screenshot({ encoding: "base64" });
  return asker.page.evaluate(
    async (base64, { x, y }) => {
      const bytes = Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
      canvas?.drawImage(image, 0, 0);
      const colourAt = (left: number) => String(canvas?.getImageData(left, y, 1, 1).data.slice(0, 3));
      return { behind: colourAt(x + 3), before: colourAt(x - 3) };
    },
    picture,
    place,
  );
}
