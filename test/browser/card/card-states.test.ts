import axe from "axe-core";
import { afterEach, describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import type { CardModel } from "../../../src/core/card/card-model.ts";
import { isDark } from "../../../src/page/mark-palette.ts";
import { offerMarkdown } from "../../../src/page/markdown-port.ts";
import { registerMarkdown } from "../../../src/page/register-markdown.ts";
import {
  companyCard,
  countryCard,
  noRecordCard,
  officialCard,
  oldCard,
  operatorCard,
  organisationCard,
  packCard,
  sampleCards,
  stoppedPolicyCard,
  vendorCard,
} from "../../support/card-samples.ts";
import { markdownNote } from "../../support/note-samples.ts";
import { closeCard, emulate, openCard } from "./open-card.ts";
import { openNotes } from "./open-notes.ts";

afterEach(async () => {
  closeCard();
  await emulate();
  await page.viewport(1000, 700);
});

async function violations(): Promise<string[]> {
  const found = await axe.run({ include: [[["telecom-lens-card", ".card"]]] as never });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

const looks = { light: {}, dark: { scheme: "dark" }, "forced colours": { forcedColours: true } } as const;
const states = Object.keys(sampleCards).flatMap((name) =>
  Object.keys(looks).map((look) => [name, look] as const),
);

describe("a card of every kind", () => {
  test.each(states)("has no axe violation: %s, %s", async (name, look) => {
    await emulate(looks[look as keyof typeof looks]);
    const { root } = openCard(sampleCards[name] ?? vendorCard);
    for (const details of root.querySelectorAll("details")) details.open = true;
    expect(await violations()).toEqual([]);
  });

  test.each(Object.keys(looks))("has no axe violation with a note's Markdown: %s", async (look) => {
    await emulate(looks[look as keyof typeof looks]);
    await page.viewport(320, 640);
    registerMarkdown();
    const { frame, root } = openNotes(markdownNote);
    expect(root.querySelectorAll(".note-text li")).toHaveLength(4);
    expect(await violations()).toEqual([]);
    expect(frame.scrollWidth).toBeLessThanOrEqual(frame.clientWidth);
    offerMarkdown(undefined);
  });

  test.each(["Add note", "2 notes", "Why marked", "Not this one", "Report a mistake"])(
    "has no axe violation under “%s”",
    async (name) => {
      const { button, root } = openCard(vendorCard);
      button(name).click();
      await expect.poll(() => root.querySelector(".panel")).toBeTruthy();
      expect(await violations()).toEqual([]);
    },
  );

  test.each(Object.keys(looks))("has no axe violation with all that its foot unfolds: %s", async (look) => {
    await emulate(looks[look as keyof typeof looks]);
    const { button } = openCard(vendorCard);
    button("More").click();
    await expect.poll(() => button("Cite").checkVisibility()).toBe(true);
    expect(await violations()).toEqual([]);
  });

  test("has the name, the kind in words and a mark of the kind", () => {
    const { text, root } = openCard(vendorCard);
    expect(text()).toContain("Vendor A");
    expect(root.querySelector(".subtitle")?.textContent).toBe("Network equipment vendorHLHomeland");
    expect(openCard(companyCard).root.querySelector(".subtitle")?.textContent).toContain("Company");
    expect(openCard(countryCard).root.querySelector(".head .code")?.textContent).toBe("XA");
  });

  test("says in one sentence what changed since the article", () => {
    expect(openCard(vendorCard).text()).toContain(
      "Since then: Prohibited since 14 Jul 2020; in force since 13 Oct 2022.",
    );
    expect(openCard(stoppedPolicyCard).text()).toContain("Since then: Suspended since 19 Sept 2020.");
  });

  test("draws the ladder with the rung passed, the one that holds and the one ahead, each dated and sourced", () => {
    const { root } = openCard(vendorCard);
    const rungs = [...root.querySelectorAll(".column:last-child .ladder .rung")];
    expect(rungs.map((rung) => [rung.className, rung.textContent])).toEqual([
      ["rung passed", "Proposed 18 Feb 20221"],
      ["rung standing", "In force since 13 Oct 20221"],
      ["rung ahead", "Deadline 31 Dec 2027 (ahead)1"],
    ]);
    expect(rungs[1]?.getAttribute("aria-current")).toBe("step");
  });

  test("lists all offices of a person only where the card does not show them anyway", () => {
    const unfolds = (card: CardModel) => openCard(card).text().includes("All offices on record");
    expect(unfolds(officialCard)).toBe(false);
    const { offices } = officialCard;
    const [office] = offices?.all ?? [];
    if (!offices || !office) throw new Error("The sample has no office.");
    const earlier = { ...office, from: "2015-03-01", until: "2017-06-08" };
    expect(unfolds({ ...officialCard, offices: { ...offices, all: [office, earlier] } })).toBe(true);
  });

  test("says that nothing is on record where nothing is, and that this is no permission", () => {
    const { root } = openCard(organisationCard);
    expect(root.querySelector(".acts")?.textContent).toBe(
      "Its own measures on recordNo recordOur data holds no measure on this. That does not mean that there is no restriction.",
    );
  });

  test("ends a line of facts without a dot", () => {
    const { root } = openCard(stoppedPolicyCard);
    const row = root.querySelector<HTMLElement>(".areas .facts") as HTMLElement;
    row.style.width = "150px";
    const { left } = row.getBoundingClientRect();
    const hidden = [...row.querySelectorAll(".fact-dot")].map((dot) => {
      const isFirst = (dot.parentElement?.getBoundingClientRect().left ?? 0) < left + 1;
      expect(dot.getBoundingClientRect().right <= left + 1).toBe(isFirst);
      return isFirst;
    });
    // Some facts begin a line, others do not.
    expect(new Set(hidden).size).toBe(2);
    expect(getComputedStyle(row).overflowX).toBe("clip");
  });

  test("names every area that a measure touches", () => {
    expect(openCard(stoppedPolicyCard).text()).toContain(
      "Apps · Data protection · Investment · Mobile and fixed networks",
    );
  });

  test("has a timeline with the article on it, and the same in words when it is unfolded", async () => {
    const { root } = openCard(vendorCard);
    expect(root.querySelector(".timeline svg text.article")?.textContent).toBe("article");
    root.querySelector<HTMLElement>(".timeline summary")?.click();
    const words = () => [...root.querySelectorAll(".steps li")].map((item) => item.textContent);
    await expect
      .poll(words)
      .toEqual([
        "28 Jan 2020 Decided Cap decided1",
        "1 Feb 2020 this article",
        "13 Oct 2022 In force Direction issued1",
        "24 Nov 2026 today",
        "31 Dec 2027 Deadline (ahead) Everything removed1",
      ]);
  });

  test("has dates on the timeline that can be read in a narrow window", async () => {
    await page.viewport(320, 640);
    const { root } = openCard(vendorCard);
    const texts = [...root.querySelectorAll(".timeline svg text")];
    const heights = texts.map((text) => text.getBoundingClientRect().height);
    // A line of 10 px letters is 12 px high or more.
    expect(Math.min(...heights)).toBeGreaterThan(12);
    const ends = texts
      .map((text) => text.getBoundingClientRect())
      .sort((one, other) => one.left - other.left);
    for (const [at, { left, top }] of ends.entries()) {
      const before = ends.slice(0, at).findLast((one) => Math.abs(one.top - top) < 4);
      expect(left).toBeGreaterThan(before?.right ?? 0);
    }
  });

  test("tells a policy that was stopped from one that nothing is known of, by its sign", () => {
    const drawn = (model: typeof vendorCard) =>
      openCard(model).root.querySelector(".column:last-child .sign")?.childElementCount;
    expect(drawn(stoppedPolicyCard)).toBe(2);
    expect(drawn(noRecordCard)).toBe(1);
  });

  test("shows all that “not this one” offers in a narrow window", async () => {
    await page.viewport(320, 480);
    const { root, button } = openCard(packCard);
    button("Not this one").click();
    await expect.poll(() => root.querySelector(".panel button")).toBeTruthy();
    const panel = root.querySelector(".panel")?.getBoundingClientRect();
    const last = button("Everywhere").getBoundingClientRect();
    expect(last.bottom).toBeLessThanOrEqual(panel?.bottom ?? 0);
  });

  test("says where no answer is on record, and when something was said", () => {
    const { text } = openCard(companyCard);
    expect(text()).toContain("Country B (Feb 2024): The app may pass on data.2No answer is on record.");
  });

  test("shows three sources, and the others on demand with what is known of each", async () => {
    const { root, button, text } = openCard(companyCard);
    expect(root.querySelectorAll("a.chip")).toHaveLength(3);
    expect(text()).not.toContain("checked 24 Nov 2026 · Interest");
    button("2 more sources").click();
    await expect.poll(() => root.querySelectorAll(".sources li").length).toBe(5);
    expect(text()).toContain("Interest: A broadcaster of Country B");
  });

  test("leads with who owns a firm, or with what is on record, where the page has no pair", () => {
    expect(openCard(operatorCard).text()).toContain("Half of it belongs to Holding B.");
    const { text } = openCard(companyCard);
    expect(text()).toContain("Measures that name Company A");
    expect(text()).toContain("Country B · Under review · Decided 1 Feb 2024 · after this article");
    expect(text()).toContain("and 3 more on record");
  });

  test("unfolds the other pairs of the page on demand", async () => {
    const [pair] = vendorCard.pairs;
    const second = { ...pair, inCountry: "Country B" } as typeof pair;
    const { root, text } = openCard({ ...vendorCard, pairs: [pair, second].flatMap((one) => one ?? []) });
    const details = root.querySelector<HTMLDetailsElement>(".more-pairs details");
    expect(details?.textContent).toBe("Vendor A in Country B");
    if (details) details.open = true;
    await expect.poll(() => details?.textContent).toContain("Since then:");
    expect(text()).toContain("Vendor A in Country A");
  });

  test("says when the data is old, and never before", () => {
    expect(openCard(oldCard).text()).toContain("This data is 200 days old.");
    expect(openCard(vendorCard).text()).not.toContain("days old");
  });

  test("shows the dataset's version and date", () => {
    expect(openCard(noRecordCard).text()).toContain("Data 2026.11.0, 24 Nov 2026 · checked 24 Nov 2026");
  });

  test("is described by its answer", () => {
    const { frame, root } = openCard(vendorCard);
    expect(frame.getAttribute("aria-label")).toBe("Telecom Lens on Vendor A, mention 1 of 3");
    const ids = frame.getAttribute("aria-describedby")?.split(" ") ?? [];
    const described = ids.map((id) => root.getElementById(id)?.textContent).join(" ");
    expect(described).toContain("Vendor A in Country A");
    expect(described).toContain("Restricted");
    expect(described).toContain("Since then:");
  });

  test("is short, and what does not fit scrolls inside it", async () => {
    const { root, frame } = openCard(companyCard);
    for (const details of root.querySelectorAll("details")) details.open = true;
    const { frame: long, root: inside } = openCard({
      ...companyCard,
      hints: Array.from({ length: 40 }, (_, index) => ({ text: `Remark ${index}`, sources: [1] })),
    });
    for (const details of inside.querySelectorAll("details")) details.open = true;
    await expect.poll(() => long.getBoundingClientRect().height).toBeLessThanOrEqual(560);
    const scroll = inside.querySelector(".scroll") as HTMLElement;
    await expect.poll(() => scroll.scrollHeight - scroll.clientHeight).toBeGreaterThan(100);
    scroll.scrollTop = 60;
    expect(scroll.scrollTop).toBe(60);
    expect(frame).not.toBe(long);
  });

  test("is dark where the system asks for it, and on a page that is dark by itself", async () => {
    const dark = (frame: HTMLElement) => isDark(frame);
    expect(dark(openCard(vendorCard).frame)).toBe(false);
    const page = "<main style='background:#111;color:#eee'><span id=line>Vendor A</span></main>";
    expect(dark(openCard(vendorCard, { page }).frame)).toBe(true);
    await emulate({ scheme: "dark" });
    expect(dark(openCard(vendorCard).frame)).toBe(true);
  });

  test("is not printed", async () => {
    const { frame } = openCard(vendorCard);
    expect(frame.checkVisibility()).toBe(true);
    await emulate({ media: "print" });
    expect(frame.checkVisibility()).toBe(false);
  });

  test("loses nothing at 400 % zoom: every control can be scrolled into a window of 320 × 256", async () => {
    await page.viewport(320, 256);
    const { root, frame, button } = openCard(vendorCard);
    await expect.poll(() => frame.dataset.low).toBe("");
    expect(frame.scrollWidth).toBeLessThanOrEqual(frame.clientWidth);
    for (const name of ["Add note", "Why marked", "Not this one", "Report a mistake"]) {
      button(name).click();
      await expect.poll(() => root.querySelector(".panel")?.textContent).toBeTruthy();
      expect(frame.scrollWidth).toBeLessThanOrEqual(frame.clientWidth);
      button(name).scrollIntoView({ block: "nearest" });
      const box = button(name).getBoundingClientRect();
      expect(box.top).toBeGreaterThanOrEqual(0);
      expect(box.bottom).toBeLessThanOrEqual(innerHeight);
      button(name).click();
    }
  });
});
