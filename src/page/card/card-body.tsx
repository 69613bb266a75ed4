import { i18n } from "#i18n";
import type { CardModel, CitedText, PairView } from "../../core/card/card-model.ts";
import { Citations } from "../../ui/components/citations.tsx";
import { dateWords } from "../../ui/components/date-words.ts";
import { Acts } from "./acts.tsx";
import { Claims } from "./claims.tsx";
import { Fold } from "./fold.tsx";
import { Offices } from "./offices.tsx";
import { PolicyBlock } from "./policy-block.tsx";
import { Sources } from "./sources.tsx";
import { originWords } from "./words.ts";

/** What is known: the answer for this page first, then what the entity is, what is contested, and the sources. */
export function CardBody({ model }: { model: CardModel }) {
  const { sources, sentence, hints, articleDate, pack } = model;
  const answered = model.pairs.length > 0 || model.life !== null || model.offices !== null;
  return (
    <>
      <Answers model={model} />
      <p class="sentence" data-answer={!answered || undefined}>
        {sentence.text}
        <Citations numbers={sentence.sources} sources={sources} />
      </p>
      {/* Where nothing else answers, who owns it is the answer. */}
      <Hints hints={hints} open={answered ? 1 : 2} sources={sources} />
      {model.acts ? <Acts acts={model.acts} name={model.entity.name} sources={sources} pack={pack} /> : null}
      <Claims
        claims={model.claims}
        sources={sources}
        folded={model.pairs.some((pair) => pair.claims.length > 0)}
      />
      <Sources sources={sources} />
      <p class="dim origin">
        {articleDate
          ? i18n.t("card.articleDate", [dateWords(articleDate.day), originWords(articleDate.origin)])
          : i18n.t("card.noDate")}
      </p>
    </>
  );
}

/** The answers that matter on this page: its country × vendor pairs, a policy's life, a person's offices. */
function Answers({ model }: { model: CardModel }) {
  const { pairs, life, offices, sources, entity, articleDate, pack } = model;
  const block = (pair: PairView, leads = false) => (
    <PolicyBlock
      title={pairTitle(pair)}
      subject={pair.subject.name}
      {...answerOf(pair)}
      sources={sources}
      pack={pack}
      leads={leads}
    />
  );
  const [first, ...others] = pairs;
  return (
    <>
      {offices ? <Offices offices={offices} articleDate={articleDate} sources={sources} /> : null}
      {life ? (
        <PolicyBlock
          title={i18n.t("card.life")}
          subject={entity.name}
          {...life}
          claims={[]}
          sources={sources}
          pack={pack}
          leads
        />
      ) : null}
      {first ? block(first, !life) : null}
      {others.length > 0 ? (
        <div class="more-pairs">
          {others.map((pair) => (
            <Fold key={pairTitle(pair)} summary={pairTitle(pair)}>
              {() => block(pair)}
            </Fold>
          ))}
        </div>
      ) : null}
    </>
  );
}

function answerOf({ atArticle, now, sinceThen, timeline, claims, knownUntil }: PairView) {
  return { atArticle, now, sinceThen, timeline, claims, knownUntil };
}

function pairTitle({ subject, inCountry }: PairView): string {
  return i18n.t("card.pair", [subject.name, inCountry]);
}

/** Ownership and brand: what prevents a mix-up (R20). */
function Hints({ hints, open, sources }: { hints: CitedText[]; open: number } & Pick<CardModel, "sources">) {
  const hint = ({ text, sources: numbers }: CitedText) => (
    <p key={text} class="hint">
      {text}
      <Citations numbers={numbers} sources={sources} />
    </p>
  );
  const folded = hints.slice(open);
  return (
    <>
      {hints.slice(0, open).map(hint)}
      {folded.length > 0 ? (
        <details class="more-hints">
          <summary>{i18n.t("card.moreHints", folded.length)}</summary>
          {folded.map(hint)}
        </details>
      ) : null}
    </>
  );
}
