import type { ComponentChildren } from "preact";
import { i18n } from "#i18n";
import type {
  CardSource,
  ClaimView,
  PolicyAnswer,
  PolicyBrief,
  TimelineStep,
} from "../../core/card/card-model.ts";
import { dateWords } from "../../ui/components/date-words.ts";
import { StanceSign } from "../../ui/components/stance-sign.tsx";
import { Citations } from "./citations.tsx";
import { Timeline } from "./timeline.tsx";
import { areaWords, forceWords, headline, standing, targetingWords } from "./words.ts";

interface PolicyBlockProps {
  title: string;
  subject: string;
  atArticle: PolicyAnswer | null;
  now: PolicyAnswer;
  timeline: TimelineStep[];
  claims: ClaimView[];
  knownUntil?: string;
  sources: CardSource[];
}

/** One answer: the policy on the article's day beside the policy now, its steps, and both sides. */
export function PolicyBlock(props: PolicyBlockProps) {
  const { title, subject, atArticle, now, timeline, claims, knownUntil, sources } = props;
  const area = (atArticle?.lead ?? now.lead)?.areas[0];
  const unconfirmed = [...new Set([atArticle, now].flatMap((answer) => answer?.lead?.unconfirmed ?? []))];
  const unchanged = atArticle !== null && sameAnswer(atArticle, now);
  const side = (answer: PolicyAnswer) => <Answer answer={answer} subject={subject} sources={sources} />;
  return (
    <section class="pair" aria-label={title}>
      <h3>
        {title} <span class="dim">{area ? areaWords(area) : null}</span>
      </h3>
      {atArticle && !unchanged ? (
        <div class="two">
          <Column label={i18n.t("card.onArticleDate", [dateWords(atArticle.on)])}>{side(atArticle)}</Column>
          <Column label={i18n.t("card.now")}>{side(now)}</Column>
        </div>
      ) : (
        <Column
          label={atArticle ? i18n.t("card.articleAndNow", [dateWords(atArticle.on)]) : i18n.t("card.now")}
        >
          {side(now)}
        </Column>
      )}
      <Timeline
        steps={timeline}
        articleDay={atArticle?.on ?? null}
        sources={sources}
        unconfirmed={unconfirmed}
      />
      <Claims claims={claims} sources={sources} />
      <Others others={now.others} />
      {knownUntil ? <p class="dim known">{i18n.t("card.knownUntil", [dateWords(knownUntil)])}</p> : null}
    </section>
  );
}

function Column({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="column">
      <div class="when">{label}</div>
      {children}
    </div>
  );
}

function Answer({
  answer,
  subject,
  sources,
}: {
  answer: PolicyAnswer;
  subject: string;
  sources: CardSource[];
}) {
  const { lead, searched } = answer;
  if (!lead) {
    return (
      <>
        <div class="stance">
          <StanceSign policy={null} />
          {i18n.t("stance.noRecord")}
        </div>
        <p class="scope">{i18n.t("card.noRecordText")}</p>
        {searched.map(({ on, text }) => (
          <p key={on} class="scope">
            {i18n.t("card.searched", [dateWords(on), text])}
          </p>
        ))}
      </>
    );
  }
  const remarks = [
    lead.part ? i18n.t("card.part", [lead.part]) : null,
    lead.confirmed ? null : i18n.t("card.notConfirmed"),
    targetingWords(lead.targeting, subject),
    lead.appealed ? i18n.t("card.appealed") : null,
    lead.imprecise ? i18n.t("card.imprecise") : null,
    lead.nextDeadline ? i18n.t("card.deadline", [dateWords(lead.nextDeadline.on)]) : null,
  ].filter((remark) => remark !== null);
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
      <p class="standing">
        {standing(lead)} · {lead.ownChoice ? i18n.t("force.ownChoice") : forceWords(lead.force)}
      </p>
      {remarks.map((remark) => (
        <p key={remark} class="standing">
          {remark}
        </p>
      ))}
    </>
  );
}

/** What is contested: the reason that was given, and the answer of those concerned. */
export function Claims({ claims, sources }: { claims: ClaimView[]; sources: CardSource[] }) {
  if (claims.length === 0) return null;
  const [first, ...more] = claims.map((claim) => (
    <ClaimAndAnswers key={claim.by + claim.says} claim={claim} sources={sources} />
  ));
  return (
    <div class="claims">
      {first}
      {more.length > 0 ? (
        <details>
          <summary>{i18n.t("card.moreClaims", more.length)}</summary>
          {more}
        </details>
      ) : null}
    </div>
  );
}

function ClaimAndAnswers({ claim, sources }: { claim: ClaimView; sources: CardSource[] }) {
  return (
    <div>
      <p>
        <b>{claim.by}</b>: {claim.says}
        <Citations numbers={claim.sources} sources={sources} />
      </p>
      {claim.answers.map((answer) => (
        <p key={answer.says} class="answer">
          <b>{i18n.t("card.answers", [answer.by])}</b> {answer.says}
          <Citations numbers={answer.sources} sources={sources} />
        </p>
      ))}
    </div>
  );
}

function Others({ others }: { others: PolicyBrief[] }) {
  if (others.length === 0) return null;
  return (
    <details class="others">
      <summary>
        {i18n.t("card.also")} <span class="dim">{others.length}</span>
      </summary>
      <ul>
        {others.map((other) => (
          <li key={other.measure}>
            <StanceSign policy={other} /> {other.title}{" "}
            <span class="dim">
              {headline(other)} · {standing(other)}
            </span>
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
