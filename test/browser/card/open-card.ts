import { cdp } from "vitest/browser";
import type { CardModel } from "../../../src/core/card/card-model.ts";
import type { Anchor, Card, CardEvents } from "../../../src/page/card/card-face.ts";
import { createCard } from "../../../src/page/card/create-card.tsx";
import { recordingEvents, shownMention } from "../../support/card-samples.ts";

let card: Card | undefined;

export interface OpenedCard {
  card: Card;
  events: CardEvents & { calls: unknown[][] };
  root: ShadowRoot;
  frame: HTMLElement;
  text(): string;
  /** A button by its name, or by what its name begins with. */
  button(name: string): HTMLButtonElement;
  anchor: Anchor;
}

/** Opens a card at the text of `#line` in a small page, its shadow root open to the test. */
export function openCard(
  model: CardModel,
  options: { certainty?: "certain" | "uncertain"; focus?: boolean; page?: string } = {},
): OpenedCard {
  closeCard();
  const { certainty = model.candidates.length > 0 ? "uncertain" : "certain", focus = true } = options;
  document.body.innerHTML =
    options.page ?? "<main><h1>Article</h1><p><span id=line>Vendor A in Country A</span></p></main>";
  const events = recordingEvents();
  const opened = createCard(events, "open");
  card = opened;
  const range = new Range();
  range.selectNodeContents(document.getElementById("line") as HTMLElement);
  const anchor = { range };
  opened.show(shownMention(model, certainty), anchor, { focus });
  const root = opened.host.shadowRoot as ShadowRoot;
  const frame = root.querySelector(".card") as HTMLElement;
  return {
    card: opened,
    events,
    root,
    frame,
    anchor,
    text: () => frame.textContent ?? "",
    button: (name) =>
      [...root.querySelectorAll("button")].find(
        (element) => element.getAttribute("aria-label") === name || element.textContent.startsWith(name),
      ) as HTMLButtonElement,
  };
}

export function closeCard(): void {
  card?.destroy();
  card = undefined;
}

/** Makes the browser ask for a colour scheme, forced colours or a medium; nothing given: as usual. */
export async function emulate(
  what: { scheme?: "light" | "dark"; forcedColours?: boolean; media?: "print" } = {},
): Promise<void> {
  const session = cdp() as unknown as { send(method: string, payload: object): Promise<unknown> };
  await session.send("Emulation.setEmulatedMedia", {
    media: what.media ?? "",
    features: [
      { name: "prefers-color-scheme", value: what.scheme ?? "light" },
      { name: "forced-colors", value: what.forcedColours ? "active" : "none" },
    ],
  });
}
