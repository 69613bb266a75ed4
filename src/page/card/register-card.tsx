import { dateWords } from "../../ui/components/date-words.ts";
import { offerCard } from "../card-port.ts";
import { createCardControl } from "./card-control.ts";
import { createCard } from "./create-card.tsx";

/** Offers the card to the marker, which runs in the same isolated world. */
export function registerCard(): void {
  offerCard((page) => {
    const control = createCardControl(page, createCard);
    // The first words and the first date cost the browser more than all others of a card; now it waits for the background.
    dateWords(firstDay);
    return control;
  });
}

/** Any day. */
const firstDay = "2020-01-28";
