import { useMemo, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { noteGroupings, noteOrders } from "../../../core/notes/arrange-notes.ts";
import {
  type FacetName,
  type FacetValue,
  facetNames,
  type NoteFilter,
  noFilter,
  noteStates,
} from "../../../core/notes/filter-notes.ts";
import { searchWords } from "../../../core/notes/search-notes.ts";
import { Button } from "../../components/button.tsx";
import { countWords } from "../../components/count-words.ts";
import { dateWords } from "../../components/date-words.ts";
import { KindGlyph } from "../../components/kind-glyph.tsx";
import { Chip } from "./chip.tsx";
import { Combobox } from "./combobox.tsx";
import { SelectField } from "./select-field.tsx";
import type { LibraryView } from "./use-found-notes.ts";

/** So many values of each facet are offered at once; typing narrows them down. */
const mostEach = 6;

interface FilterBarProps {
  view: LibraryView;
  onView(view: LibraryView): void;
  /** All values that the notes have, the most frequent first. */
  facets: readonly FacetValue[];
}

/** What the list is narrowed down to, and how it is arranged. */
export function FilterBar({ view, onView, facets }: FilterBarProps) {
  const { filter } = view;
  const [typed, setTyped] = useState("");
  const offered = useMemo(() => offer(facets, filter, typed), [facets, filter, typed]);
  const change = (part: Partial<NoteFilter>) => onView({ ...view, filter: { ...filter, ...part } });
  const isDated = filter.from !== null || filter.until !== null;
  return (
    <div class="filter-bar">
      <div class="filter-controls">
        <Combobox
          label={i18n.t("library.filter")}
          quietLabel
          placeholder={i18n.t("library.filter")}
          value={typed}
          onInput={setTyped}
          suggestions={offered.map(({ facet, value, name, kind, count }) => ({
            key: `${facet} ${value}`,
            name,
            children: (
              <>
                {kind ? <KindGlyph kind={kind} /> : null}
                <span dir="auto">{name}</span>
                <span class="dim">
                  {i18n.t(`library.facet.${facet}`)} · {countWords(count)}
                </span>
              </>
            ),
          }))}
          onChoose={(key) => {
            setTyped("");
            const chosen = offered.find(({ facet, value }) => `${facet} ${value}` === key);
            if (chosen) change({ [chosen.facet]: [...filter[chosen.facet], chosen.value] });
          }}
        />
        <SelectField
          label={i18n.t("library.state.label")}
          value={filter.state}
          options={noteStates.map((state) => [state, i18n.t(`library.state.${state}`)])}
          onChange={(state) => change({ state })}
        />
        <SelectField
          label={i18n.t("library.order.label")}
          value={view.order}
          options={noteOrders.map((order) => [order, i18n.t(`library.order.${order}`)])}
          onChange={(order) => onView({ ...view, order })}
        />
        <SelectField
          label={i18n.t("library.grouping.label")}
          value={view.grouping}
          options={noteGroupings.map((grouping) => [grouping, i18n.t(`library.grouping.${grouping}`)])}
          onChange={(grouping) => onView({ ...view, grouping })}
        />
        <details class="filter-dates">
          <summary>{i18n.t("library.dates.title")}</summary>
          <div class="filter-dates-fields">
            <SelectField
              label={i18n.t("library.dates.of")}
              value={filter.dateOf}
              options={(["written", "article"] as const).map((of) => [of, i18n.t(`library.dates.${of}`)])}
              onChange={(dateOf) => change({ dateOf })}
            />
            <DayField
              label={i18n.t("library.dates.from")}
              value={filter.from}
              onChange={(from) => change({ from })}
            />
            <DayField
              label={i18n.t("library.dates.until")}
              value={filter.until}
              onChange={(until) => change({ until })}
            />
          </div>
        </details>
      </div>
      {isFiltered(filter) ? (
        <div class="filter-chosen">
          <ul class="chips" aria-label={i18n.t("library.filters")}>
            {facetNames.flatMap((facet) =>
              filter[facet].map((value) => (
                <Chip
                  key={`${facet} ${value}`}
                  name={chipName(facets, facet, value)}
                  onRemove={() => change({ [facet]: filter[facet].filter((one) => one !== value) })}
                />
              )),
            )}
            {filter.state === "any" ? null : (
              <Chip
                name={i18n.t(`library.state.${filter.state}`)}
                onRemove={() => change({ state: "any" })}
              />
            )}
            {isDated ? (
              <Chip name={datesName(filter)} onRemove={() => change({ from: null, until: null })} />
            ) : null}
          </ul>
          <Button look="quiet" onClick={() => onView({ ...view, filter: noFilter })}>
            {i18n.t("library.clearFilters")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

export function isFiltered(filter: NoteFilter): boolean {
  const { state, from, until } = filter;
  return (
    state !== "any" || from !== null || until !== null || facetNames.some((facet) => filter[facet].length > 0)
  );
}

/** The values that fit what was typed, of each facet the most frequent. */
function offer(facets: readonly FacetValue[], filter: NoteFilter, typed: string): FacetValue[] {
  const words = searchWords(typed);
  const found: Record<FacetName, FacetValue[]> = { entity: [], country: [], site: [], tag: [] };
  for (const value of facets) {
    const list = found[value.facet];
    if (list.length >= mostEach || filter[value.facet].includes(value.value)) continue;
    const folded = words.length > 0 ? searchWords(value.name).join(" ") : "";
    if (words.every((word) => folded.includes(word))) list.push(value);
  }
  return facetNames.flatMap((facet) => found[facet]);
}

function chipName(facets: readonly FacetValue[], facet: FacetName, value: string): string {
  const name = facets.find((one) => one.facet === facet && one.value === value)?.name ?? value;
  return `${i18n.t(`library.facet.${facet}`)}: ${name}`;
}

function datesName({ from, until, dateOf }: NoteFilter): string {
  const of = i18n.t(`library.dates.${dateOf}`);
  if (from && until) return `${of}: ${dateWords(from)} – ${dateWords(until)}`;
  return from
    ? `${of}: ${i18n.t("library.dates.since", [dateWords(from)])}`
    : `${of}: ${i18n.t("library.dates.to", [dateWords(until ?? "")])}`;
}

function DayField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string | null;
  onChange(day: string | null): void;
}) {
  return (
    <label class="select-field">
      <span>{label}</span>
      <input
        type="date"
        value={value ?? ""}
        onChange={(event) => onChange(event.currentTarget.value || null)}
      />
    </label>
  );
}
