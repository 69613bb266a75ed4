import { isSamePage } from "../core/page-address.ts";
import type { Services } from "./services.ts";

/** Shows a note with its passage in a tab that has its article open; false where none has, or none can show it. */
export async function openNote(
  { notes, tabs }: Pick<Services, "notes" | "tabs">,
  id: string,
): Promise<boolean> {
  const note = await notes.get(id);
  if (!note) return false;
  for (const tabId of await tabs.all()) {
    const { url, inPrivate } = await tabs.about(tabId);
    // What is read in a private window is nobody's business elsewhere.
    if (!url || inPrivate || !isSamePage(note.page, { url })) continue;
    // A tab without our script does not answer.
    const isShown = await tabs.call(tabId, "tab.showNote", { id }).catch(() => false);
    if (!isShown) continue;
    await tabs.showWithWindow(tabId);
    return true;
  }
  return false;
}
