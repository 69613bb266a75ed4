import { afterEach, describe, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { vendorCard } from "../../support/card-samples.ts";
import { keptDraft, otherPassage } from "../../support/note-samples.ts";
import { closeCard, openCard } from "./open-card.ts";

afterEach(closeCard);

describe("the form for a note", () => {
  const openForm = (passage = keptDraft.passage ?? otherPassage, drafts = [keptDraft]) => {
    const opened = openCard(vendorCard);
    opened.events.drafts = async () => drafts;
    opened.card.writeNote(passage, opened.anchor);
    const field = () => opened.root.querySelector("textarea") as HTMLTextAreaElement;
    const named = (name: string) => opened.events.calls.filter(([call]) => call === name);
    return { ...opened, field, named };
  };

  test("brings back what was typed for this passage, says so, and lets it be discarded", async () => {
    const { button, field, text, named, root } = openForm();
    await expect.poll(() => field().value).toBe("Half a thought");
    expect(root.querySelector("[role=status]")?.textContent).toMatch(
      /^Your draft of 29 Nov 2026, .+ is back\.$/,
    );
    button("Discard it").click();
    await expect.poll(() => field().value).toBe("");
    expect(named("draftDropped")).toEqual([["draftDropped", { passage: keptDraft.passage }]]);
    expect(text()).not.toContain("is back");
    expect(root.activeElement).toBe(field());
  });

  test("leads to what was typed for another passage", async () => {
    const { button, text, field, named } = openForm(otherPassage);
    await expect.poll(text).toContain("Not saved yet");
    expect(field().value).toBe("");
    button("Go on with it").click();
    expect(named("draftTaken")).toEqual([["draftTaken", keptDraft.passage]]);
  });

  test("does not mix up two passages of the same words", async () => {
    const passage = { ...otherPassage, start: 10, end: 36 };
    const { card, anchor, field } = openForm(passage, []);
    await expect.poll(field).toBeTruthy();
    await userEvent.type(field(), "Of the first");
    card.writeNote({ ...passage, start: 510, end: 536 }, anchor);
    await expect.poll(() => field().value).toBe("");
    card.writeNote(passage, anchor);
    await expect.poll(() => field().value).toBe("Of the first");
  });

  test("takes nothing from who types before the draft has come", async () => {
    const { field, text } = openForm();
    await userEvent.type(field(), "New");
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(field().value).toContain("New");
    expect(text()).toContain("Save note");
  });

  test("tells each letter, and drops the draft when it is saved or cancelled", async () => {
    const { button, field, named } = openForm(otherPassage, []);
    await expect.poll(field).toBeTruthy();
    await userEvent.type(field(), "Ab");
    await expect
      .poll(() => named("draftTyped").at(-1))
      .toEqual(["draftTyped", { passage: otherPassage }, expect.objectContaining({ body: "Ab" })]);
    button("Cancel").click();
    expect(named("draftDropped")).toHaveLength(1);
    expect(named("dismissed")).toHaveLength(1);
  });

  test("is saved with Ctrl and Enter, as in the library", async () => {
    const { field, named } = openForm(otherPassage, []);
    await expect.poll(field).toBeTruthy();
    await userEvent.type(field(), "Ab{Enter}c{Control>}{Enter}{/Control}");
    await expect.poll(() => named("noteWritten")).toMatchObject([["noteWritten", { body: "Ab\nc" }]]);
  });

  test("says when a tag is too long or there are too many, keeps what was typed, and saves nothing", async () => {
    const { button, field, named, root, text } = openForm(otherPassage, []);
    await expect.poll(field).toBeTruthy();
    const tags = root.querySelector("input") as HTMLInputElement;
    await userEvent.fill(tags, `short, ${"x".repeat(81)}`);
    button("Save note").click();
    await expect.poll(text).toContain("Not saved: A tag has at most 80 characters. Your text is still here.");
    expect(root.activeElement).toBe(tags);
    expect(tags.value).toHaveLength(88);
    await userEvent.fill(tags, Array.from({ length: 51 }, (_, number) => `tag ${number}`).join(","));
    button("Save note").click();
    await expect.poll(text).toContain("A note has at most 50 tags.");
    expect(named("noteWritten")).toEqual([]);
  });

  test("offers the tags of this page behind those that are typed already, but none that would become two", async () => {
    const { root, field, events, card, anchor } = openForm(otherPassage, []);
    events.tags = () => ["cap", "Smith, J.", "uk"];
    card.writeNote(otherPassage, anchor);
    await expect.poll(field).toBeTruthy();
    const values = () =>
      [...root.querySelectorAll("datalist option")].map((option) => option.getAttribute("value"));
    expect(values()).toEqual(["cap", "uk"]);
    await userEvent.type(root.querySelector("input") as Element, "cap, ");
    await expect.poll(values).toEqual(["cap, uk"]);
  });

  test("on an entity can be on one measure of its card", async () => {
    const { button, root, events } = openCard(vendorCard);
    button("Add note").click();
    const select = () => root.querySelector("select") as HTMLSelectElement;
    await expect.poll(select).toBeTruthy();
    const offered = [...select().options].map(({ value, text }) => [value, text]);
    expect(offered[0]).toEqual(["", "all that this card says"]);
    expect(offered).toContainEqual(["xa-2022-direction", "Direction"]);
    await userEvent.selectOptions(select(), "xa-2022-direction");
    button("Save note").click();
    await expect
      .poll(() => events.calls.find(([name]) => name === "noteWritten"))
      .toEqual([
        "noteWritten",
        { body: "", tags: [], entity: { id: "vendor-a", name: "Vendor A", claim: "xa-2022-direction" } },
      ]);
  });
});
