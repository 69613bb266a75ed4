import { afterEach, describe, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { offerMarkdown } from "../../../src/page/markdown-port.ts";
import { registerMarkdown } from "../../../src/page/register-markdown.ts";
import {
  editedNote,
  foundNotes,
  hostileNote,
  keptEdit,
  markdownNote,
  orphanNote,
} from "../../support/note-samples.ts";
import { closeCard } from "./open-card.ts";
import { openNotes } from "./open-notes.ts";

afterEach(closeCard);
afterEach(() => offerMarkdown(undefined));

const { id, revision } = foundNotes.notes[0]?.note ?? {};

describe("the notes of a passage", () => {
  test("are shown with text, tags and times, and the focus on the card that says what it is", async () => {
    const { frame, root, text } = openNotes();
    await expect.poll(text).toContain("Your 2 notes");
    for (const words of ["- **who** decides", "draft of 2020", "changed", "No text"])
      expect(text()).toContain(words);
    expect(frame.getAttribute("aria-label")).toBe("Your 2 notes on this passage");
    expect(root.activeElement).toBe(frame);
  });

  test("are edited in their place, with what they say now", async () => {
    const { button, field, named, root } = openNotes();
    button("Edit").click();
    await expect.poll(field).toBeTruthy();
    expect(field().value).toContain("Compare with the German draft.");
    expect(root.querySelector("input")?.value).toBe("cap, draft of 2020");
    await userEvent.fill(field(), "Another text");
    button("Save note").click();
    await expect
      .poll(() => named("noteEdited"))
      .toEqual([["noteEdited", id, { body: "Another text", tags: ["cap", "draft of 2020"], revision }]]);
    await expect.poll(field).toBeNull();
  });

  test("keep a tag with a comma in it, which came with an import, whatever else is typed", async () => {
    const shown = structuredClone(foundNotes);
    Object.assign(shown.notes[0]?.note ?? {}, { tags: ["Smith, J.", "EU", "eu"] });
    const { button, field, named, root } = openNotes(shown);
    button("Edit").click();
    await expect.poll(field).toBeTruthy();
    await userEvent.fill(field(), "Another text");
    await userEvent.type(root.querySelector("input") as Element, ", new, NEW");
    button("Save note").click();
    await expect
      .poll(() => named("noteEdited").at(-1)?.[2])
      .toEqual({ body: "Another text", tags: ["Smith, J.", "EU", "eu", "new"], revision });
  });

  test("have what was typed into them there again, where the card was closed before it was saved", async () => {
    const { anchor, button, card, field, text } = openNotes();
    const begin = async () => {
      await expect.poll(() => button("Edit")).toBeTruthy();
      button("Edit").click();
      await expect.poll(field).toBeTruthy();
    };
    await begin();
    await userEvent.fill(field(), "Half an edit");
    card.hide();
    card.showNotes(foundNotes, -1, anchor, { focus: true });
    expect(text()).toContain("Compare with the German draft.");
    await begin();
    expect(field().value).toBe("Half an edit");
    button("Cancel").click();
    await expect.poll(field).toBeNull();
    await begin();
    expect(field().value).toContain("Compare with the German draft.");
  });

  test("have an edit back that the browser had kept, once it is asked for, and can be given up", async () => {
    const { button, field, named, root, text } = openNotes(foundNotes, [keptEdit()]);
    await expect.poll(text).toMatch(/Your edit of 29 Nov 2026, .+ is not saved/);
    button("Edit").click();
    await expect.poll(() => field()?.value).toBe("Half an edit");
    expect(root.querySelector("input")?.value).toBe("cap, half");
    expect(text()).toContain("is back");
    expect(text()).not.toContain("was changed after you began");
    button("Discard it").click();
    await expect.poll(() => field().value).toContain("Compare with the German draft.");
    expect(named("draftDropped")).toEqual([["draftDropped", { editOf: keptEdit().editOf }]]);
    await userEvent.fill(field(), "Another");
    await expect
      .poll(() => named("draftTyped").at(-1))
      .toEqual(["draftTyped", { editOf: keptEdit().editOf }, expect.objectContaining({ body: "Another" })]);
    button("Cancel").click();
    await expect.poll(field).toBeNull();
    expect(text()).not.toContain("is not saved");
  });

  test("that were changed elsewhere since say what they say now beside the edit that is back", async () => {
    const kept = keptEdit("What it said before");
    const { anchor, button, card, field, last, named, root, text } = openNotes(foundNotes, [kept]);
    button("Edit").click();
    await expect.poll(() => field()?.value).toBe("Half an edit");
    const words = /was changed after you began.+Compare with the German draft\./;
    expect(text()).toMatch(words);
    expect(root.querySelector(".note [role=status]")?.textContent).toMatch(
      /is back.+was changed after you began/,
    );
    // Whoever types on has not yet decided between the two.
    await userEvent.fill(field(), "Nearly an edit");
    expect(named("draftTyped").at(-1)?.[2]).toMatchObject({ editOf: kept.editOf });
    card.hide();
    card.showNotes(foundNotes, -1, anchor, { focus: true });
    await expect.poll(() => button("Edit")).toBeTruthy();
    button("Edit").click();
    await expect.poll(() => field()?.value).toBe("Nearly an edit");
    expect(text()).toMatch(words);
    button("Save mine in its place").click();
    await expect.poll(last).toEqual(["draftDropped", { editOf: keptEdit().editOf }]);
  });

  test("that are changed elsewhere while they are edited keep what was typed, and say so when the card is opened again", async () => {
    const { anchor, button, card, field, named, text } = openNotes();
    const begin = async () => {
      await expect.poll(() => button("Edit")).toBeTruthy();
      button("Edit").click();
      await expect.poll(field).toBeTruthy();
    };
    const now = structuredClone(foundNotes);
    const [one] = now.notes;
    Object.assign(one?.note ?? {}, { body: "Changed elsewhere", revision: 9 });
    await begin();
    card.showNotes(now, -1, anchor, { focus: true });
    await begin();
    expect(field().value).toBe("Changed elsewhere");
    card.showNotes(foundNotes, -1, anchor, { focus: true });
    await begin();
    await userEvent.fill(field(), "Half an edit");
    card.showNotes(now, -1, anchor, { focus: true });
    await begin();
    expect(field().value).toBe("Half an edit");
    expect(text()).toMatch(/was changed after you began.+Changed elsewhere/);
    button("Save mine in its place").click();
    await expect.poll(() => named("noteEdited").at(-1)?.[2]).toMatchObject({ revision: 9 });
  });

  test("have Markdown for their text as in the library, and lead nowhere unsafe", async () => {
    registerMarkdown();
    const { frame, root, text } = openNotes(markdownNote);
    await expect.poll(text).toContain("strong");
    const note = root.querySelector(".note-text");
    expect([note?.querySelector("em"), note?.querySelector("strong")].map((one) => one?.textContent)).toEqual(
      ["em", "strong"],
    );
    expect(note?.querySelectorAll("ul li")).toHaveLength(2);
    expect(
      [...(note?.querySelectorAll("a") ?? [])].map(({ href, rel, target }) => [href, rel, target]),
    ).toEqual([
      ["https://example.org/x?a=1", "noopener noreferrer", "_blank"],
      ["mailto:desk@example.org", "noopener noreferrer", ""],
      ["https://example.org/quoted", "noopener noreferrer", "_blank"],
      ["https://example.org/plain", "noopener noreferrer", "_blank"],
      [`https://${"sub.".repeat(30)}example.org/`, "noopener noreferrer", "_blank"],
      ["https://xn--xample-2of.org/", "noopener noreferrer", "_blank"],
    ]);
    // Words may say anything: where they lead is shown.
    expect(note?.textContent).toContain("(example.org/x?a=1)");
    expect(note?.textContent).toContain(`${"sub.".repeat(30)}example.org)`);
    expect(note?.textContent).toContain("https://\u0435xample.org (opens in a new tab) (xn--xample-2of.org)");
    expect(note?.querySelector("img")).toBeNull();
    for (const typed of ["[no link](javascript:alert(1))", "<img src=x", "![picture]"])
      expect(text()).toContain(typed);
    expect(frame.getAttribute("aria-describedby")).toBe("answer-0 answer-1");
  });

  test("are left as they are when the edit is cancelled or fails", async () => {
    const { button, events, field, root, text } = openNotes();
    events.noteEdited = async () => Promise.reject(new Error("The note was changed in another tab."));
    button("Edit").click();
    await expect.poll(field).toBeTruthy();
    await userEvent.fill(field(), "Lost?");
    button("Save note").click();
    await expect
      .poll(text)
      .toContain("Not saved: The note was changed in another tab. Your text is still here.");
    expect(field().value).toBe("Lost?");
    button("Cancel").click();
    await expect.poll(text).toContain("Compare with the German draft.");
    expect(root.activeElement).toBe(button("Edit"));
  });

  test("keep what is typed when something else on the card fails meanwhile", async () => {
    const { button, events, field, named, root, text } = openNotes();
    events.noteDeleted = async () => Promise.reject(new Error("No space is left."));
    button("Edit").click();
    await expect.poll(field).toBeTruthy();
    await userEvent.fill(root.querySelector("input") as Element, "cap, new");
    button("Delete").click();
    await expect.poll(text).toContain("No space is left.");
    await userEvent.fill(field(), "Another text");
    button("Save note").click();
    await expect
      .poll(() => named("noteEdited"))
      .toEqual([["noteEdited", id, { body: "Another text", tags: ["cap", "new"], revision }]]);
  });

  test("are deleted with one press, and a failure is told", async () => {
    const { button, events, last, text } = openNotes();
    button("Delete").click();
    await expect.poll(last).toEqual(["noteDeleted", id]);
    events.noteDeleted = async () => Promise.reject(new Error("No space is left."));
    button("Delete").click();
    await expect.poll(text).toContain("That did not work: No space is left.");
  });

  test("whose words were edited are shown then and now, and take the new words when asked", async () => {
    const { button, last, root, text } = openNotes(editedNote);
    await expect.poll(text).toContain("This passage was edited");
    expect(text()).toMatch(/Then\s*at most a third of the network\s*Now\s*no more than 35 per cent/);
    expect(root.querySelector("del")?.textContent).toBe("at most a third of the network");
    expect(root.querySelector("ins")?.textContent).toBe("no more than 35 per cent");
    button("Quote the new words instead").click();
    await expect.poll(last).toEqual(["noteAttached", -1]);
  });

  test("that are orphans ask here or there, and can be kept as they are", async () => {
    const { button, events, last, text } = openNotes(orphanNote);
    await expect.poll(text).toContain("The page has 2 places that are like it. Is it here?");
    button("Next place").click();
    expect(events.calls.at(-1)).toEqual(["placeShown", -2]);
    button("Yes, it is here").click();
    await expect.poll(last).toEqual(["noteAttached", -1]);
    button("No, keep it as it is").click();
    expect(last()?.[0]).toBe("dismissed");
  });

  test("are shown as text, whatever a page or a hand has put into them", async () => {
    const { root, frame, text } = openNotes(hostileNote);
    await expect.poll(text).toContain('<img src=x onerror="alert(1)">');
    expect(root.querySelector("img, script, i, .note-place b")).toBeNull();
    expect(frame.scrollWidth).toBeLessThanOrEqual(frame.clientWidth);
  });
});
