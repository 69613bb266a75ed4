import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { splitText } from "../../../data/tools/read-article-file.ts";
import { loadMatcher } from "../../../src/cli/mentions/load-matcher.ts";
import { daysOf } from "../../../src/core/dataset/dates.ts";
import { findMentions } from "../../../src/core/matching/find-mentions.ts";
import type { Mention } from "../../../src/core/matching/types.ts";
import { type ExpectedMention, type MarkedText, readMarkedTexts } from "../../bench/marked-text.ts";

const root = join(import.meta.dirname, "../../..");
const matcher = loadMatcher(join(root, "data"));
const ids = new Map(
  Array.from({ length: matcher.entityCount }, (_, number) => matcher.entity(number)).map((entity) => [
    entity?.id,
    entity?.kind,
  ]),
);
const folder = join(root, "test/fixtures/mentions");

/** The text with what was found marked as the fixtures mark it, so that a failure reads as a line to compare. */
function marksOf({ text, lang, published, expected }: MarkedText): string[] {
  const { blocks, offsets } = splitText(text);
  const day = published ? daysOf(published).first : undefined;
  const found = findMentions(matcher, { lang, published: day, blocks });
  return found.flatMap((mention) => {
    const start = mention.block >= 0 ? (offsets[mention.block] ?? 0) + mention.start : 0;
    const end = start + mention.surface.length;
    const open = expected.some((one) => isOpen(one) && start < one.end && one.start < end);
    return open ? [] : [`${start} ${asMark(expected, start, end, mention)}`];
  });
}

/** Where nothing is asked: an entity without a record, or a stretch that the guideline leaves open. */
function isOpen({ answers }: ExpectedMention): boolean {
  return answers.every(({ id }) => id === null);
}

function asMark(expected: ExpectedMention[], start: number, end: number, mention: Mention): string {
  const uncertain = mention.certainty === "uncertain";
  const same = expected.find((one) => one.start === start && one.end === end);
  const isAllowed = same?.answers.some(
    (one) => one.id === mention.id && one.kind === mention.kind && one.uncertain === uncertain,
  );
  // One of several right answers counts as the first.
  return isAllowed && same
    ? wanted(same)
    : `[${mention.surface}](${mention.kind}${uncertain ? "?" : ""} ${mention.id})`;
}

function wanted({ surface, answers: [first] }: ExpectedMention): string {
  return `[${surface}](${first?.kind}${first?.uncertain ? "?" : ""} ${first?.id})`;
}

function check(marked: MarkedText): void {
  const expected = marked.expected.filter((one) => !isOpen(one)).map((one) => `${one.start} ${wanted(one)}`);
  expect(marksOf(marked)).toEqual(expected);
}

for (const part of ["articles", "traps"]) {
  const texts = readMarkedTexts(join(folder, part)).map((text) => ({
    ...text,
    name: text.name.slice(text.name.indexOf(`${part}/`)),
  }));
  describe(`texts with expected mentions, ${part}`, () => {
    it("name entities of the dataset", () => {
      const unknown = texts.flatMap(({ name, expected }) =>
        expected
          .flatMap(({ answers }) => answers.slice(0, 1))
          .filter(({ id, kind }) => id !== null && ids.get(id) !== kind)
          .map(({ id, kind }) => `${name}: no ${kind} ${id}`),
      );
      expect(unknown).toEqual([]);
    });
    for (const text of texts) {
      if (text.limit) it.fails(`${text.name} (known limit: ${text.limit})`, () => check(text));
      else it(text.name, () => check(text));
    }
  });
}
