import { i18n } from "#i18n";
import type { PolicyAnswer, PolicyBrief } from "../../core/card/card-model.ts";
import type { Change } from "../../core/card/since-then.ts";
import { dateWords } from "../../ui/components/date-words.ts";
import { headline, standing } from "./words.ts";

/** What changed between the article and today, in one sentence (R9), after the words "Since then:". */
export function sinceThenWords(then: PolicyAnswer, now: PolicyAnswer, changes: readonly Change[]): string {
  const turns = turnsOf(then, changes);
  const last = turns.at(-1);
  if (changes.length === 0) return i18n.t("card.noChange");
  if (!last) {
    // The same answer in other words: a step up the ladder, or another measure in the place of the first.
    const { lead } = now;
    if (!lead) return i18n.t("card.noChange");
    return then.lead?.measure === lead.measure
      ? i18n.t("card.nowStanding", [inSentence(standing(lead))])
      : i18n.t("card.nowMeasure", [lead.title, inSentence(standing(lead))]);
  }
  const date = dateWords(last.on);
  if (turns.length > 1) return i18n.t("card.changes", [String(turns.length), date, verdict(last.to)]);
  const { lead } = now;
  // Decided first and in force later: both days count.
  const moved = lead && last.to && lead.since !== last.to.since && headline(lead) === headline(last.to);
  return moved
    ? i18n.t("card.changedAndNow", [verdict(last.to), date, inSentence(standing(lead))])
    : i18n.t("card.changed", [verdict(last.to), date]);
}

/** The changes that gave another answer, and not only another measure or another rung. */
function turnsOf(then: PolicyAnswer, changes: readonly Change[]): Change[] {
  let before = verdict(then.lead);
  return changes.filter(({ to }) => {
    const after = verdict(to);
    const turned = after !== before;
    before = after;
    return turned;
  });
}

/** The words of the columns, as they stand within a sentence. */
function inSentence(words: string): string {
  return words.slice(0, 1).toLocaleLowerCase(i18n.t("date.locale")) + words.slice(1);
}

function verdict(policy: PolicyBrief | null): string {
  return policy ? headline(policy) : i18n.t("stance.noRecord");
}
