import type { Page, SerializedAXNode } from "puppeteer-core";
import { expect } from "vitest";
import type { InterfacePage } from "./interface-page.ts";

/** Roles of what can be used; each must have a name. */
export const usable = new Set([
  "button",
  "checkbox",
  "combobox",
  "disclosuretriangle",
  "link",
  "listbox",
  "menuitem",
  "radio",
  "searchbox",
  "slider",
  "spinbutton",
  "switch",
  "tab",
  "textbox",
]);

/** The accessibility tree as a list. Chromium tells it, closed shadow roots included; Firefox's driver does not. */
export async function accessibilityTree(page: Page): Promise<SerializedAXNode[]> {
  const root = await page.accessibility.snapshot({ interestingOnly: false, includeIframes: false });
  return flat(root ?? undefined);
}

/** A node of the tree and all that is in it. */
export function flat(node: SerializedAXNode | undefined): SerializedAXNode[] {
  return node ? [node, ...(node.children ?? []).flatMap(flat)] : [];
}

export const roleOf = ({ role }: SerializedAXNode) => role.toLowerCase();

/** The roles of what can be used and has no name. */
export function nameless(nodes: SerializedAXNode[]): string[] {
  return nodes.filter((node) => usable.has(roleOf(node)) && !node.name?.trim()).map(roleOf);
}

/** What has the focus in a page of ours, as a screen reader would call it; null when nothing has. */
export function focused(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const element = document.activeElement as (HTMLElement & { labels?: NodeListOf<HTMLElement> }) | null;
    if (!element || element === document.body || element === document.documentElement) return null;
    const referred = (element.getAttribute("aria-labelledby") ?? "")
      .split(" ")
      .map((id) => document.getElementById(id)?.textContent ?? "")
      .join(" ");
    const name =
      element.getAttribute("aria-label") ||
      referred.trim() ||
      [...(element.labels ?? [])].map((label) => label.textContent).join(" ") ||
      element.textContent ||
      "";
    return `${element.getAttribute("role") ?? element.localName}: ${name.replace(/\s+/g, " ").trim()}`;
  });
}

/** Presses Tab until the focus has gone once around, and gives back what it came to, in order. */
export async function tabThrough(page: Page): Promise<string[]> {
  const stops: string[] = [];
  for (let press = 0; press < 80; press += 1) {
    await page.keyboard.press("Tab");
    const stop = await focused(page);
    // The end of the page: the browser's own controls come next.
    if (stop === null || (stops.length > 1 && stop === stops[0] && stops.includes(stop, 1))) break;
    if (stop === stops[0] && stops.length > 2) break;
    stops.push(stop);
  }
  return stops;
}

/** Presses Tab until what is wanted has the focus. @throws Error with what it came to instead. */
export async function tabTo(page: Page, wanted: RegExp): Promise<string> {
  const seen: string[] = [];
  for (let press = 0; press < 80; press += 1) {
    const stop = await focused(page);
    if (stop && wanted.test(stop)) return stop;
    seen.push(String(stop));
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not come to ${wanted}, but to ${seen.join(" | ")}`);
}

/** Firefox finds by role and name, though it does not show its tree: each role must be there, and with a name. */
export async function expectNamed({ page }: Pick<InterfacePage, "page">, roles: string[]): Promise<void> {
  for (const role of roles) {
    const found = await page.$$(`aria/[role="${role}"]`);
    expect(found.length, role).toBeGreaterThan(0);
    const names = await Promise.all(
      found.map((element) =>
        element.evaluate((one) => {
          const [label] = (one as HTMLInputElement).labels ?? [];
          return one.getAttribute("aria-label") || label?.textContent?.trim() || one.textContent?.trim();
        }),
      ),
    );
    expect(names.filter((name) => !name)).toEqual([]);
  }
}
