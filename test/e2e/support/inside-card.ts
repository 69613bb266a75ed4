import type { Session } from "./browser-session.ts";

interface ContentScope {
  chrome?: { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } };
}

interface ScriptingApi {
  scripting: {
    executeScript(injection: object): Promise<{ result?: unknown }[]>;
  };
}

export interface CardInside {
  text: string;
  /** Controls by name, with the middle of each in the window (CSS pixels). */
  controls: { name: string; x: number; y: number }[];
  /** Name of the focused control, or its tag. */
  focused: string | null;
}

/**
 * What the card in a tab shows. Its shadow root is closed to the page and to drivers; browsers open it only to
 * scripts of extensions, and ours may run one there. Null when there is no card in the page.
 */
export async function insideCard(session: Session, tabId: number): Promise<CardInside | null> {
  return session.asker.page.evaluate(async (tab) => {
    const look = () => {
      const host = document.querySelector("telecom-lens-card") as
        | (Element & { openOrClosedShadowRoot?: ShadowRoot | null })
        | null;
      const scope = globalThis as unknown as ContentScope;
      const root = host && (host.openOrClosedShadowRoot ?? scope.chrome?.dom?.openOrClosedShadowRoot(host));
      const frame = root?.querySelector<HTMLElement>(".card");
      if (!root || !frame) return null;
      const nameOf = (element: Element) =>
        (element.getAttribute("aria-label") ?? element.textContent ?? "").replace(/\s+/g, " ").trim();
      const controls = [...root.querySelectorAll("button, summary, a[href], input, textarea")].map(
        (element) => {
          const box = element.getBoundingClientRect();
          return { name: nameOf(element), x: box.left + box.width / 2, y: box.top + box.height / 2 };
        },
      );
      const { activeElement } = root;
      return {
        text: frame.textContent ?? "",
        controls,
        focused: activeElement && (nameOf(activeElement) || activeElement.localName),
      };
    };
    const scope = globalThis as unknown as { browser?: ScriptingApi; chrome: ScriptingApi };
    const [frame] = await (scope.browser ?? scope.chrome).scripting.executeScript({
      target: { tabId: tab },
      func: look,
    });
    return (frame?.result ?? null) as CardInside | null;
  }, tabId);
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
