import { i18n } from "#i18n";
import type { CardSource, ClaimView } from "../../core/card/card-model.ts";
import type { DatedValue } from "../../core/dataset/dates.ts";
import { Citations } from "../../ui/components/citations.tsx";
import { dateWords } from "../../ui/components/date-words.ts";

interface ClaimsProps {
  claims: ClaimView[];
  sources: CardSource[];
  /** All of them behind a line that unfolds: the card's answer has claims of its own. */
  folded?: boolean;
}

/** What is contested: the reason that was given, and the answer of those concerned. */
export function Claims({ claims, sources, folded = false }: ClaimsProps) {
  if (claims.length === 0) return null;
  const items = claims.map((claim) => (
    <ClaimAndAnswers key={claim.by + claim.says} claim={claim} sources={sources} />
  ));
  const more = folded ? items : items.slice(1);
  return (
    <div class="claims">
      {folded ? null : items[0]}
      {more.length > 0 ? (
        <details>
          <summary>
            {folded ? i18n.t("card.statements", more.length) : i18n.t("card.moreClaims", more.length)}
          </summary>
          {more}
        </details>
      ) : null}
    </div>
  );
}

function ClaimAndAnswers({ claim, sources }: { claim: ClaimView; sources: CardSource[] }) {
  return (
    <div class="claim">
      <p dir="auto">
        <b>{claim.by}</b>
        <Dated on={claim.on} />: {claim.says}
        <Citations numbers={claim.sources} sources={sources} />
      </p>
      {claim.answers.length === 0 ? <p class="answer dim">{i18n.t("card.noAnswer")}</p> : null}
      {claim.answers.map((answer) => (
        <p key={answer.says} class="answer" dir="auto">
          <b>{i18n.t("card.answers", [answer.by])}</b>
          <Dated on={answer.on} /> {answer.says}
          <Citations numbers={answer.sources} sources={sources} />
        </p>
      ))}
    </div>
  );
}

function Dated({ on }: { on?: DatedValue }) {
  return on ? <span class="dim"> {i18n.t("card.saidOn", [dateWords(on)])}</span> : null;
}
