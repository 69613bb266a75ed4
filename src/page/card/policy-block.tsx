import type { ComponentChildren } from "preact";
import { i18n } from "#i18n";
import type {
  CardModel,
  CardSource,
  ClaimView,
  PairView,
  PolicyAnswer,
  PolicyBrief,
} from "../../core/card/card-model.ts";
import { Citations } from "../../ui/components/citations.tsx";
import { dateWords } from "../../ui/components/date-words.ts";
import { Facts } from "../../ui/components/facts.tsx";
import { PackMark } from "../../ui/components/pack-mark.tsx";
import { StanceSign } from "../../ui/components/stance-sign.tsx";
import { Claims } from "./claims.tsx";
import { Ladder } from "./ladder.tsx";
import { NoRecord } from "./no-record.tsx";
import { sinceThenWords } from "./since-then-words.ts";
import { Timeline } from "./timeline.tsx";
import { areaWords, forceWords, headline, standing, targetingWords } from "./words.ts";

type PolicyBlockProps = Pick<PairView, "atArticle" | "now" | "sinceThen" | "timeline" | "knownUntil"> & {
  title: string;
  subject: string;
  claims: ClaimView[];
  sources: CardSource[];
  pack: CardModel["pack"];
  /** It is the card's answer, which a screen reader says with the card's name. */
  leads?: boolean;
};

/** One answer: the policy on the article's day beside the policy now, its steps, and both sides. */
export function PolicyBlock(props: PolicyBlockProps) {
  const { title, subject, atArticle, now, sinceThen, timeline, claims, knownUntil, sources, pack, leads } =
    props;
  const areas = [...new Set([atArticle, now].flatMap((answer) => answer?.lead?.areas ?? []))];
  const unconfirmed = [...new Set([atArticle, now].flatMap((answer) => answer?.lead?.unconfirmed ?? []))];
  const unchanged = atArticle !== null && sameAnswer(atArticle, now);
  const side = (answer: PolicyAnswer) => (
    <Answer answer={answer} subject={subject} sources={sources} pack={pack} />
  );
  return (
    <section class="pair" aria-label={title}>
      <h3 data-answer={leads || undefined}>
        <bdi>{title}</bdi>
      </h3>
      {areas.length > 0 ? (
        <p class="areas">
          <span class="unseen">{i18n.t("card.areas")} </span>
          <Facts facts={areas.map(areaWords)} />
        </p>
      ) : null}
      {atArticle && !unchanged ? (
        <div class="two">
          <Column label={i18n.t("card.onArticleDate", [dateWords(atArticle.on)])} leads={leads}>
            {side(atArticle)}
          </Column>
          <Column label={i18n.t("card.now")} leads={leads}>
            {side(now)}
          </Column>
        </div>
      ) : (
        <Column
          label={atArticle ? i18n.t("card.articleAndNow", [dateWords(atArticle.on)]) : i18n.t("card.now")}
          leads={leads}
        >
          {side(now)}
        </Column>
      )}
      {atArticle && sinceThen ? (
        <p class="since-then" data-answer={leads || undefined}>
          <b>{i18n.t("card.sinceThen")}</b> {sinceThenWords(atArticle, now, sinceThen)}
        </p>
      ) : null}
      <Timeline
        steps={timeline}
        articleDay={atArticle?.on ?? null}
        today={now.on}
        sources={sources}
        unconfirmed={unconfirmed}
      />
      <Claims claims={claims} sources={sources} />
      <Others others={now.others} pack={pack} />
      {knownUntil ? <p class="dim known">{i18n.t("card.knownUntil", [dateWords(knownUntil)])}</p> : null}
    </section>
  );
}

function Column({ label, leads, children }: { label: string; leads?: boolean; children: ComponentChildren }) {
  return (
    <div class="column" data-answer={leads || undefined}>
      <div class="when">{label}</div>
      {children}
    </div>
  );
}

interface AnswerProps extends Pick<PolicyBlockProps, "subject" | "sources" | "pack"> {
  answer: PolicyAnswer;
}

function Answer({ answer, subject, sources, pack }: AnswerProps) {
  const { lead, searched } = answer;
  if (!lead) {
    return (
      <>
        <NoRecord />
        {searched.map(({ on, text }) => (
          <p key={on} class="scope dim">
            {i18n.t("card.searched", [dateWords(on), text])}
          </p>
        ))}
      </>
    );
  }
  const remarks = [
    lead.ownChoice ? i18n.t("force.ownChoice") : forceWords(lead.force),
    lead.part ? i18n.t("card.part", [lead.part]) : null,
    lead.confirmed ? null : i18n.t("card.notConfirmed"),
    targetingWords(lead.targeting, subject),
    lead.appealed ? i18n.t("card.appealed") : null,
    lead.imprecise ? i18n.t("card.imprecise") : null,
  ];
  return (
    <>
      <div class="stance">
        <StanceSign policy={lead} />
        {headline(lead)}
      </div>
      <p class="scope">
        {lead.scope}
        <Citations numbers={lead.summary.sources} sources={sources} />
      </p>
      <Ladder policy={lead} sources={sources} />
      <p class="standing">
        <Facts facts={remarks} />
      </p>
      <PackMark pack={pack} record={lead.measure} />
    </>
  );
}

function Others({ others, pack }: Pick<PolicyBlockProps, "pack"> & { others: PolicyBrief[] }) {
  if (others.length === 0) return null;
  return (
    <details class="others">
      <summary>
        {i18n.t("card.also")} ({others.length})
      </summary>
      <ul>
        {others.map((other) => (
          <li key={other.measure}>
            <StanceSign policy={other} />
            <div>
              {other.title}{" "}
              <span class="by-line dim">
                <Facts facts={[headline(other), standing(other)]} />
              </span>
              <PackMark pack={pack} record={other.measure} />
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}

function sameAnswer(one: PolicyAnswer, other: PolicyAnswer): boolean {
  return (
    one.lead?.measure === other.lead?.measure &&
    one.lead?.status === other.lead?.status &&
    one.lead?.since === other.lead?.since
  );
}
