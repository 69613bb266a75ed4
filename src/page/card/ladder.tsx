import { i18n } from "#i18n";
import type { CardSource, PolicyView } from "../../core/card/card-model.ts";
import type { Rung } from "../../core/card/ladder.ts";
import { Citations } from "../../ui/components/citations.tsx";
import { dateWords } from "../../ui/components/date-words.ts";
import { standing, stepWords } from "./words.ts";

/** Rungs shown before the reader asks for more: the one before, the one that it stands on, the next. */
const mostBefore = 1;
const mostAhead = 1;
/** Numbers after one rung; the list of steps below has all. */
const mostCited = 2;

/** A measure's ladder as a drawn line of rungs: those passed filled, the one that holds now ringed, those ahead hollow. */
export function Ladder({ policy, sources }: { policy: PolicyView; sources: CardSource[] }) {
  const { ladder } = policy;
  const stands = ladder.findIndex(({ place }) => place === "standing");
  const ahead = ladder.filter(({ place }) => place === "ahead");
  const before = stands < 0 ? [] : ladder.slice(Math.max(0, stands - mostBefore), stands);
  return (
    <ol class="ladder" aria-label={i18n.t("card.ladder")}>
      {before.map((rung) => (
        <RungLine key={keyOf(rung)} rung={rung} sources={sources} />
      ))}
      {/* What its steps add up to: a second court that stops it again moves no date. */}
      <li class="rung standing" aria-current="step">
        {standing(policy)}
        <Citations numbers={ladder[stands]?.sources.slice(0, mostCited) ?? []} sources={sources} />
      </li>
      {ahead.slice(0, mostAhead).map((rung) => (
        <RungLine key={keyOf(rung)} rung={rung} sources={sources} />
      ))}
    </ol>
  );
}

function RungLine({ rung, sources }: { rung: Rung; sources: CardSource[] }) {
  return (
    <li class={`rung ${rung.place}`}>
      {stepWords(rung.step)} <span class="day">{dateWords(rung.on)}</span>
      {rung.place === "ahead" ? ` (${i18n.t("card.ahead")})` : null}
      <Citations numbers={rung.sources.slice(0, mostCited)} sources={sources} />
    </li>
  );
}

function keyOf({ step, on, text }: Rung): string {
  return `${step}${on}${text}`;
}
