import { i18n } from "#i18n";
import type { CardModel, CardSource, OfficeView } from "../../core/card/card-model.ts";
import { Citations } from "../../ui/components/citations.tsx";
import { dateWords } from "../../ui/components/date-words.ts";
import { Facts } from "../../ui/components/facts.tsx";
import { officeSpan } from "./words.ts";

/** What office a person held on the article's day, and holds now (R14). */
export function Offices({
  offices,
  articleDate,
  sources,
}: Pick<CardModel, "articleDate" | "sources"> & { offices: NonNullable<CardModel["offices"]> }) {
  const shown = [...(offices.atArticle ?? []), ...offices.now].map(keyOf);
  return (
    <section class="pair" aria-label={i18n.t("card.offices")}>
      <div class={offices.atArticle ? "two" : undefined}>
        {offices.atArticle && articleDate ? (
          <Held
            label={i18n.t("card.onArticleDate", [dateWords(articleDate.day)])}
            held={offices.atArticle}
            sources={sources}
          />
        ) : null}
        <Held label={i18n.t("card.now")} held={offices.now} sources={sources} />
      </div>
      {offices.all.every((office) => shown.includes(keyOf(office))) ? null : (
        <details class="others offices">
          <summary>
            {i18n.t("card.offices")} ({offices.all.length})
          </summary>
          <ul>
            {offices.all.map((office) => (
              <li key={keyOf(office)}>
                {office.title}, {office.organisation}
                <Citations numbers={office.sources} sources={sources} />
                <span class="by-line dim">{officeSpan(office)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** One may be held twice. */
function keyOf({ title, from }: OfficeView): string {
  return `${title} ${from}`;
}

function Held({ label, held, sources }: { label: string; held: OfficeView[]; sources: CardSource[] }) {
  return (
    <div class="column" data-answer>
      <div class="when">{label}</div>
      {held.length === 0 ? <div class="stance dim">{i18n.t("card.noOffice")}</div> : null}
      {held.map((office) => (
        <div key={keyOf(office)}>
          <div class="stance">
            <span>
              {office.end === "unknown" ? <span class="dim">{i18n.t("card.lastKnown")} </span> : null}
              {office.acting ? `${office.title} (${i18n.t("card.acting")})` : office.title}
              <Citations numbers={office.sources} sources={sources} />
            </span>
          </div>
          <p class="scope">{office.organisation}</p>
          <p class="standing">
            <Facts facts={[officeSpan(office), office.uncertain && i18n.t("card.officeUncertain")]} />
          </p>
        </div>
      ))}
    </div>
  );
}
