import { offerCard } from "../card-port.ts";
import { createCard } from "./create-card.tsx";

/** Offers the card to the page script, which runs in the same isolated world. */
export function registerCard(): void {
  offerCard((events) => createCard(events));
}
