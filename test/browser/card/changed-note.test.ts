import { afterEach, describe, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { foundNotes } from "../../support/note-samples.ts";
import { closeCard } from "./open-card.ts";
import { openNotes } from "./open-notes.ts";

afterEach(closeCard);

const id = foundNotes.notes[0]?.note.id;

describe("notes that are changed elsewhere while the card shows them", () => {
  const changed = (body: string) => {
    const now = structuredClone(foundNotes);
    Object.assign(now.notes[0]?.note ?? {}, { body, revision: 9 });
    return now;
  };
  const begun = async () => {
    const opened = openNotes();
    opened.button("Edit").click();
    await expect.poll(opened.field).toBeTruthy();
    return opened;
  };

  test("say what they say now, with the focus where it was", async () => {
    const { button, card, root, text } = openNotes();
    button("Delete").focus();
    card.updateNotes(changed("Changed *elsewhere*"), -1);
    await expect.poll(text).toContain("Changed");
    expect(root.activeElement).toBe(button("Delete"));
    button("Edit").click();
    await expect.poll(() => root.querySelector("textarea")?.value).toBe("Changed *elsewhere*");
  });

  test("offer both where something else was typed, and take either", async () => {
    const { button, card, field, named, root, text } = await begun();
    await userEvent.fill(field(), "Half an edit");
    card.updateNotes(changed("Changed elsewhere"), -1);
    await expect.poll(text).toMatch(/was changed after you began.+Changed elsewhere/);
    expect(field().value).toBe("Half an edit");
    expect(button("Save note")).toBeUndefined();
    button("Use that instead").click();
    await expect.poll(() => field().value).toBe("Changed elsewhere");
    expect(root.activeElement).toBe(field());
    expect(named("draftDropped")).toHaveLength(1);
    expect(text()).not.toContain("was changed after you began");
    await userEvent.fill(field(), "A whole edit");
    card.updateNotes(changed("Changed once more"), -1);
    await expect.poll(() => button("Save mine in its place")).toBeTruthy();
    button("Save mine in its place").click();
    await expect
      .poll(() => named("noteEdited").at(-1)?.[2])
      .toMatchObject({ body: "A whole edit", revision: 9 });
  });

  test("end the edit that says the same, and let go of what was kept of it", async () => {
    const { card, field, named, text } = await begun();
    await userEvent.fill(field(), "The same");
    card.updateNotes(changed("The same"), -1);
    await expect.poll(field).toBeNull();
    expect(text()).toContain("The same");
    expect(named("draftDropped").at(-1)?.[1]).toMatchObject({ editOf: { id } });
  });

  test("end it also where that was found out by its own save", async () => {
    const { button, card, events, field, text } = await begun();
    await userEvent.fill(field(), "The same");
    events.noteEdited = async () => {
      card.updateNotes(changed("The same"), -1);
      throw new Error("The note was changed elsewhere meanwhile.");
    };
    button("Save note").click();
    await expect.poll(field).toBeNull();
    expect(text()).toContain("The same");
  });

  test("are followed by a form in which nothing was typed", async () => {
    const { card, field, text } = await begun();
    card.updateNotes(changed("Changed elsewhere"), -1);
    await expect.poll(() => field().value).toBe("Changed elsewhere");
    expect(text()).not.toContain("was changed after you began");
  });
});
