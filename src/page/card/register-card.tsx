import { offerCard } from "../card-port.ts";
import { createCardControl } from "./card-control.ts";
import { createCard } from "./create-card.tsx";

/** Offers the card to the marker, which runs in the same isolated world. */
export function registerCard(): void {
  offerCard((page) => createCardControl(page, createCard));
}
