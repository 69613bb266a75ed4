import { useId, useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { CardSource } from "../../core/card/card-model.ts";
import { dateWords } from "../../ui/components/date-words.ts";
import { Facts } from "../../ui/components/facts.tsx";
import { NewTab } from "../../ui/components/new-tab.tsx";

/** All sources of the card: who published what when, whose interest it may carry, when it was last checked. */
function SourceList({ sources }: { sources: CardSource[] }) {
  return (
    <ol class="sources">
      {sources.map((source) => (
        <li key={source.number} value={source.number}>
          <a href={source.url} target="_blank" rel="noopener noreferrer" lang={source.lang} dir="auto">
            {source.title}
            <NewTab />
          </a>
          <span class="dim by-line">
            <Facts
              facts={[
                source.publisher,
                source.date && dateWords(source.date),
                i18n.t(`card.sourceKind.${source.kind}`),
                source.seen ? i18n.t("card.checked", [dateWords(source.checked)]) : i18n.t("card.notRead"),
                source.interest && i18n.t("card.interest", [source.interest]),
              ]}
            />
          </span>
        </li>
      ))}
    </ol>
  );
}

/** More chips than this make a second card; the rest is one press away. */
const mostChips = 3;

/** The first sources as chips: publisher and day; all of them, with what else is known of each, on demand. */
export function Sources({ sources }: { sources: CardSource[] }) {
  const [open, setOpen] = useState(false);
  const list = useId();
  const more = sources.length - mostChips;
  if (sources.length === 0) return null;
  return (
    <div class="cited">
      <div class="chips">
        {sources.slice(0, mostChips).map((source) => (
          <a
            key={source.number}
            class="chip"
            href={source.url}
            target="_blank"
            rel="noopener noreferrer"
            title={source.title}
          >
            <bdi>{source.publisher}</bdi>{" "}
            {source.date ? <span class="dim">{dateWords(source.date)}</span> : null}
            <NewTab />
          </a>
        ))}
        <button
          type="button"
          class="chip"
          aria-expanded={open}
          aria-controls={list}
          onClick={() => setOpen(!open)}
        >
          {more > 0 ? i18n.t("card.moreSources", more) : i18n.t("card.aboutSources")}
        </button>
      </div>
      <div id={list} hidden={!open}>
        {open ? <SourceList sources={sources} /> : null}
      </div>
    </div>
  );
}
