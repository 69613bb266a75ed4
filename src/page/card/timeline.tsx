import { i18n } from "#i18n";
import type { CardSource, TimelineStep } from "../../core/card/card-model.ts";
import { type Day, daysOf } from "../../core/dataset/dates.ts";
import { Citations } from "../../ui/components/citations.tsx";
import { dateWords } from "../../ui/components/date-words.ts";
import { Fold } from "./fold.tsx";
import { chooseDots } from "./timeline-dots.ts";
import { stepWords } from "./words.ts";

const width = 322;
const margin = 36;

interface TimelineProps {
  steps: TimelineStep[];
  articleDay: Day | null;
  today: Day;
  sources: CardSource[];
  /** Details of the measures that no source read confirms. */
  unconfirmed: string[];
}

/**
 * The steps of a policy as a line with the article's day on it, and as a list that says the same in words,
 * the article's day and what lies ahead included. Distances are not to scale: days and years must both be
 * readable in 300 pixels.
 */
export function Timeline({ steps, articleDay, today, sources, unconfirmed }: TimelineProps) {
  if (steps.length === 0) return null;
  return (
    <div class="timeline">
      <Line steps={steps} articleDay={articleDay} />
      <Fold summary={i18n.t("card.steps", steps.length)}>
        {() => (
          <>
            <ol class="steps">
              {entriesOf(steps, articleDay, today).map((entry) =>
                entry.step ? (
                  <li key={entry.key} class={entry.step.ahead ? "rung ahead" : "rung passed"}>
                    <span class="dim">{dateWords(entry.step.on)}</span> <b>{stepWords(entry.step.step)}</b>{" "}
                    {entry.step.ahead ? `(${i18n.t("card.ahead")}) ` : null}
                    <span dir="auto">{entry.step.text}</span>
                    <Citations numbers={entry.step.sources} sources={sources} />
                  </li>
                ) : (
                  <li key={entry.key} class="rung mark">
                    <span class="dim">{dateWords(entry.day)}</span> <b>{entry.words}</b>
                  </li>
                ),
              )}
            </ol>
            <p class="by-line dim">{i18n.t("card.notToScale")}</p>
            {unconfirmed.length > 0 ? (
              <p class="by-line">{i18n.t("card.unconfirmed", [unconfirmed.join(" ")])}</p>
            ) : null}
          </>
        )}
      </Fold>
    </div>
  );
}

/** Hidden from screen readers: the list below says the same. */
function Line({ steps, articleDay }: Pick<TimelineProps, "steps" | "articleDay">) {
  const dots = chooseDots(steps, articleDay);
  const gap = dots.length > 1 ? (width - 2 * margin) / (dots.length - 1) : 0;
  const x = (index: number) => (dots.length > 1 ? margin + index * gap : width / 2);
  const before = articleDay ? dots.filter((step) => daysOf(step.on).first <= articleDay).length : 0;
  // Outside the dots the mark stands clear of their labels, at the line's end.
  const articleX =
    before === 0
      ? 8
      : before === dots.length
        ? Math.min(width - 8, x(before - 1) + 50)
        : x(before - 1) + gap / 2;
  const anchor = articleX < margin ? "start" : articleX > width - margin ? "end" : "middle";
  return (
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
          <path class="article" d={`M${articleX} 9v18`} />
          <text
            class="article"
            x={anchor === "start" ? 4 : anchor === "end" ? width - 4 : articleX}
            y="7"
            text-anchor={anchor}
          >
            {i18n.t("card.article")}
          </text>
        </>
      ) : null}
    </svg>
  );
}

type Entry = { key: string } & ({ step: TimelineStep } | { step?: undefined; day: Day; words: string });

/** The steps with the article's day and today in their places. */
function entriesOf(steps: TimelineStep[], articleDay: Day | null, today: Day): Entry[] {
  const firstAfter = (day: Day) => {
    const index = steps.findIndex((step) => daysOf(step.on).first > day);
    return index < 0 ? steps.length : index;
  };
  const marks = [
    ...(articleDay
      ? [{ at: firstAfter(articleDay), day: articleDay, words: i18n.t("card.thisArticle") }]
      : []),
    ...(steps.some((step) => step.ahead)
      ? [{ at: steps.findIndex((step) => step.ahead), day: today, words: i18n.t("card.today") }]
      : []),
  ];
  const entries: Entry[] = [];
  for (let index = 0; index <= steps.length; index += 1) {
    for (const { at, day, words } of marks) if (at === index) entries.push({ key: words, day, words });
    const step = steps[index];
    if (step) entries.push({ key: `${index}`, step });
  }
  return entries;
}
