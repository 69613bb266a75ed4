import { i18n } from "#i18n";
import type { CardSource } from "../../core/card/card-model.ts";
import { dateWords } from "../../ui/components/date-words.ts";

/** Raised numbers after a claim, each a link to the source that supports it. */
export function Citations({ numbers, sources }: { numbers: number[]; sources: CardSource[] }) {
  return (
    <>
      {numbers.map((number) => {
        const source = sources.find((candidate) => candidate.number === number);
        return source ? (
          <a
            key={number}
            class="cite"
            href={source.url}
            target="_blank"
            rel="noopener noreferrer"
            title={`${source.publisher}: ${source.title}`}
            aria-label={`${i18n.t("card.sourceNumber", [String(number)])}, ${source.publisher}`}
          >
            {number}
          </a>
        ) : null;
      })}
    </>
  );
}

/** All sources of the card: who published what when, whose interest it may carry, when it was last checked. */
export function SourceList({ sources }: { sources: CardSource[] }) {
  return (
    <ol class="sources">
      {sources.map((source) => (
        <li key={source.number} value={source.number}>
          <a href={source.url} target="_blank" rel="noopener noreferrer" lang={source.lang}>
            {source.title}
          </a>
          <span class="dim by-line">
            {[
              source.publisher,
              source.date && dateWords(source.date),
              i18n.t(`card.sourceKind.${source.kind}`),
              source.seen ? i18n.t("card.checked", [dateWords(source.checked)]) : i18n.t("card.notRead"),
              source.interest && i18n.t("card.interest", [source.interest]),
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** The first sources as chips: publisher and day. */
export function SourceChips({ sources }: { sources: CardSource[] }) {
  return (
    <div class="chips">
      {sources.slice(0, 3).map((source) => (
        <a
          key={source.number}
          class="chip"
          href={source.url}
          target="_blank"
          rel="noopener noreferrer"
          title={source.title}
        >
          {source.publisher} {source.date ? <span class="dim">{dateWords(source.date)}</span> : null}
        </a>
      ))}
    </div>
  );
}
