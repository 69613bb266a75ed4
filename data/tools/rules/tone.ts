import { selectTexts, selectValues, textAt } from "../select-values.ts";
import type { Rule } from "./rule.ts";

/** Texts that a reader sees as ours, and the most characters that a card has room for. */
const texts: Record<string, number> = {
  title: 100,
  sentence: 240,
  summary: 340,
  scope: 150,
  does: 60,
  reason: 220,
  body: 110,
  "owner.text": 300,
  "hints.*.text": 260,
  "claims.*.says": 320,
  "claims.*.answers.*.says": 320,
  "steps.*.text": 140,
  "targets.*.class": 110,
  "unconfirmed.*": 240,
  "searched.*.text": 360,
};

/** What someone is quoted as saying is theirs. */
const quotation = /[“"„«‘][^”"“»’]*[”"“»’]/g;

export const tone: Rule = {
  name: "tone",
  about: "Our texts are short, end no sentence with an exclamation mark, and hold no word that takes sides.",
  check(records, report) {
    const loaded = records.ofKind("loaded-words").flatMap(({ value }) =>
      selectValues(value, "*").flatMap((entry) => {
        const word = textAt(entry.value, "word");
        if (!word) return [];
        const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(word)}(?![\\p{L}\\p{N}])`, "iu");
        return [{ word, pattern, instead: textAt(entry.value, "instead") ?? "leave it out" }];
      }),
    );
    for (const record of records.named) {
      for (const [field, most] of Object.entries(texts)) {
        for (const { path, text } of selectTexts(record.value, field)) {
          if (text.length > most) {
            const what = `${text.length} characters, where ${most} fit on a card`;
            report(record, path, what, "say less, or say it in two places");
          }
          const own = text.replace(quotation, "");
          for (const { word, pattern, instead } of loaded) {
            if (pattern.test(own)) report(record, path, `"${word}" takes sides`, `instead: ${instead}`);
          }
          if (own.includes("!")) report(record, path, "an exclamation mark", "end with a full stop");
        }
      }
    }
  },
};
