import type { Page } from "puppeteer-core";
import type { Session } from "./browser-session.ts";
import { eventually } from "./read-page.ts";

interface ContentScope {
  chrome?: { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } };
}

export interface CardInside {
  text: string;
  /** Controls that are not folded away, by name, with the middle of each in the window (CSS pixels). */
  controls: { name: string; x: number; y: number }[];
  /** Name of the focused control, or its tag. */
  focused: string | null;
  /** Its role, or its tag where it has the tag's own. */
  focusedRole: string | null;
  /** The colour behind its text, as computed. */
  paper: string;
}

/**
 * What the card in a tab shows. Its shadow root is closed to the page and to drivers; browsers open it only to
 * scripts of extensions, and ours may run one there. Null when there is no card in the page.
 */
export async function insideCard(session: Session, tabId: number): Promise<CardInside | null> {
  return inOurWorld(session, tabId, () => {
    const host = document.querySelector("telecom-lens-card") as
      | (Element & { openOrClosedShadowRoot?: ShadowRoot | null })
      | null;
    const scope = globalThis as unknown as ContentScope;
    const root = host && (host.openOrClosedShadowRoot ?? scope.chrome?.dom?.openOrClosedShadowRoot(host));
    const frame = root?.querySelector<HTMLElement>(".card");
    if (!root || !frame) return null;
    const nameOf = (element: Element) =>
      (element.getAttribute("aria-label") ?? element.textContent ?? "").replace(/\s+/g, " ").trim();
    const controls = [...root.querySelectorAll("button, summary, a[href], input, textarea")]
      .filter((element) => element.checkVisibility())
      .map((element) => {
        const box = element.getBoundingClientRect();
        return { name: nameOf(element), x: box.left + box.width / 2, y: box.top + box.height / 2 };
      });
    const { activeElement } = root;
    return {
      text: frame.textContent ?? "",
      controls,
      focused: activeElement && (nameOf(activeElement) || activeElement.localName),
      focusedRole: activeElement && (activeElement.getAttribute("role") ?? activeElement.localName),
      paper: getComputedStyle(frame).backgroundColor,
    };
  });
}

/**
 * Runs a function in a tab as scripts of our extension run there: in a world whose objects the page cannot replace. It
 * may use nothing from around itself, and what it returns must survive being sent.
 */
async function inOurWorld<T>(session: Session, tabId: number, run: () => T): Promise<T> {
  // As source: a function cannot travel to the extension's page, and its policy forbids that page to make one.
  return (await session.asker.page.evaluate(`(async () => {
    const [frame] = await (globalThis.browser ?? globalThis.chrome).scripting.executeScript({
      target: { tabId: ${tabId} },
      func: ${String(run)},
    });
    return frame?.result ?? null;
  })()`)) as T;
}

/** Where a control of the card stands. @throws Error with the names that are there. */
export async function placeInCard(session: Session, tabId: number, name: string) {
  const inside = await insideCard(session, tabId);
  const control = inside?.controls.find((one) => one.name.startsWith(name));
  if (control) return control;
  throw new Error(
    `The card has no control ${name}; it has ${inside?.controls.map((one) => one.name).join(", ")}`,
  );
}

/** Presses controls of the card one after the other, each as soon as it is there. @throws Error when one does not come */
export async function pressInCard(session: Session, page: Page, tabId: number, ...names: string[]) {
  for (const name of names) {
    const place = () => placeInCard(session, tabId, name).catch(() => null);
    const found = await eventually(place, (control) => control !== null);
    if (found) await page.mouse.click(found.x, found.y);
  }
}

/** Presses Tab until the control of the card with this name has the focus. @throws Error with what Tab came to. */
export async function tabToInCard(session: Session, page: Page, tabId: number, name: string): Promise<void> {
  const seen: string[] = [];
  for (let press = 0; press < 80; press += 1) {
    const at = (await insideCard(session, tabId))?.focused ?? "";
    if (at.startsWith(name)) return;
    seen.push(at);
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not come to ${name} in the card, but to ${seen.join(" | ")}`);
}
