import { i18n } from "#i18n";
import type { CardSource, TimelineStep } from "../../core/card/card-model.ts";
import { type Day, daysOf } from "../../core/dataset/dates.ts";
import type { LadderStep } from "../../core/dataset/schema.ts";
import { dateWords } from "../../ui/components/date-words.ts";
import { Citations } from "./citations.tsx";
import { stepWords } from "./words.ts";

/** More dots than this collide at the card's width; the list below has all steps. */
const mostDots = 4;
const width = 322;
const margin = 36;

interface TimelineProps {
  steps: TimelineStep[];
  articleDay: Day | null;
  sources: CardSource[];
  /** Details of the measures that no source read confirms. */
  unconfirmed: string[];
}

/**
 * The steps of a policy as a line with the article's day on it, and as a list. Distances are not to scale:
 * days and years must both be readable in 300 pixels.
 */
export function Timeline({ steps, articleDay, sources, unconfirmed }: TimelineProps) {
  if (steps.length === 0) return null;
  const dots = chooseDots(steps, articleDay);
  const gap = dots.length > 1 ? (width - 2 * margin) / (dots.length - 1) : 0;
  const x = (index: number) => (dots.length > 1 ? margin + index * gap : width / 2);
  const before = articleDay ? dots.filter((step) => daysOf(step.on).first <= articleDay).length : 0;
  const articleX =
    before === 0
      ? x(0) - margin / 2
      : before === dots.length
        ? x(dots.length - 1) + margin / 2
        : x(before - 1) + gap / 2;
  return (
    <div class="timeline">
      <svg viewBox={`0 0 ${width} 44`} aria-hidden="true">
        <path class="axis" d={`M4 18H${width - 4}`} />
        {dots.map((step, index) => (
          <g key={`${step.on}${step.step}${step.text}`}>
            <circle class={step.ahead ? "dot ahead" : "dot"} cx={x(index)} cy="18" r="4" />
            <text x={x(index)} y="38" text-anchor="middle">
              {dateWords(step.on)}
            </text>
          </g>
        ))}
        {articleDay ? (
          <>
            <path class="now" d={`M${articleX} 9v18`} />
            <text class="now" x={articleX} y="7" text-anchor="middle">
              {i18n.t("card.article")}
            </text>
          </>
        ) : null}
      </svg>
      <details>
        <summary>{i18n.t("card.steps", steps.length)}</summary>
        <ol class="steps">
          {steps.map((step) => (
            <li key={`${step.on}${step.step}${step.text}`}>
              <span class="dim">{dateWords(step.on)}</span> <b>{stepWords(step.step)}</b> {step.text}
              <Citations numbers={step.sources} sources={sources} />
            </li>
          ))}
        </ol>
        {unconfirmed.length > 0 ? (
          <p class="by-line">{i18n.t("card.unconfirmed", [unconfirmed.join(" ")])}</p>
        ) : null}
      </details>
    </div>
  );
}

/** Steps that change what holds. Deadlines, appeals and the like stand in the list below. */
const decisive = new Set<LadderStep>([
  "decided",
  "in-force",
  "suspended",
  "reinstated",
  "struck-down",
  "withdrawn",
  "lapsed",
  "lifted",
  "completed",
]);

/** At most four steps: the one that the article knew, the one that followed, the newest, and what lies ahead. */
function chooseDots(steps: TimelineStep[], articleDay: Day | null): TimelineStep[] {
  const days = new Set<string>();
  const last = steps.findLast((step) => step.ahead);
  const turns = steps.filter(
    (step) => !step.ahead && decisive.has(step.step) && !days.has(step.on) && days.add(step.on),
  );
  const pool = last ? [...turns, last] : turns;
  if (pool.length <= mostDots) return pool.length > 0 ? pool : steps.slice(0, 1);
  const after = pool.findIndex((step) => articleDay !== null && daysOf(step.on).first > articleDay);
  const newest = turns.length - 1;
  const wanted = [after - 1, after, newest, pool.length - 1, newest - 1, 0].filter((index) => index >= 0);
  const chosen = [...new Set(wanted)].slice(0, mostDots).sort((a, b) => a - b);
  return chosen.flatMap((index) => pool[index] ?? []);
}
