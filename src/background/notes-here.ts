import type { Handlers } from "../messaging/listen.ts";
import { mustBeHere } from "./note-on-page.ts";
import type { Services } from "./services.ts";

/** More notes than this make the card a list; the options page has all. */
const mostNotes = 20;

/**
 * "My notes here" on a card. The address is the one that the browser vouches for, so that a page's process can
 * ask for no notes but those that were written on it.
 */
export function notesHere(services: Services): Pick<Handlers, "page.notesHere" | "page.allNotes"> {
  return {
    "page.notesHere": async ({ id }, sender) => {
      const here = { url: sender.tab?.url ?? "" };
      const notes = await services.notes.onPage(here);
      return notes
        .filter(({ entity }) => entity?.id === id)
        .slice(0, mostNotes)
        .map(({ id, body, created }) => ({ id, body, created }));
    },
    "page.allNotes": async ({ id }, sender) => {
      if (id !== undefined) await mustBeHere(services, id, sender);
      await services.openOptions(id === undefined ? "notes" : `notes/${id}`);
      return true;
    },
  };
}
