import { useCallback } from "preact/hooks";
import { i18n } from "#i18n";
import type {
  CardPack,
  CardSource,
  ClaimView,
  PolicyAnswer,
  TimelineStep,
} from "../../core/card/card-model.ts";
import { useApi } from "../api.ts";
import { Citations } from "../components/citations.tsx";
import { dateWords } from "../components/date-words.ts";
import { Facts } from "../components/facts.tsx";
import { PackHead, PackMark } from "../components/pack-mark.tsx";
import { PageLink } from "../components/page-link.tsx";
import { forceWords, headline, standing, stepWords, targetingWords } from "../components/policy-words.ts";
import { StanceSign } from "../components/stance-sign.tsx";
import { useLoaded } from "../use-loaded.ts";

interface PairDetailsProps {
  tabId: number;
  place: string;
  subject: string;
}

/** What the card says of one country and one vendor: what decided it, its dates, both sides, the sources. */
export function PairDetails({ tabId, place, subject }: PairDetailsProps) {
  const api = useApi();
  const load = useCallback(
    () => api.call("ui.pair", { tabId, place, subject }),
    [api, tabId, place, subject],
  );
  const [loaded] = useLoaded(load);
  if (loaded.state === "loading") return <p class="dim">{i18n.t("popup.table.loading")}</p>;
  if (loaded.state === "failed" || !loaded.value) {
    return (
      <p class="field-problem" role="alert">
        {loaded.state === "failed" ? loaded.problem : i18n.t("popup.failed")}
      </p>
    );
  }
  const { pair, sources, pack } = loaded.value;
  return (
    <>
      <h3>{i18n.t("card.pair", [pair.subject.name, pair.inCountry])}</h3>
      <PackHead pack={pack} record={pair.subject.id} />
      {pair.atArticle ? (
        <Answer
          when={i18n.t("card.onArticleDate", [dateWords(pair.atArticle.on)])}
          answer={pair.atArticle}
          subject={pair.subject.name}
          sources={sources}
          pack={pack}
        />
      ) : null}
      <Answer
        when={i18n.t("card.now")}
        answer={pair.now}
        subject={pair.subject.name}
        sources={sources}
        pack={pack}
      />
      {pair.timeline.length > 0 ? <Steps steps={pair.timeline} sources={sources} /> : null}
      {pair.claims.map((claim) => (
        <Claim key={claim.by + claim.says} claim={claim} sources={sources} />
      ))}
      {sources.length > 0 ? <Sources sources={sources} /> : null}
    </>
  );
}

interface AnswerProps {
  when: string;
  answer: PolicyAnswer;
  subject: string;
  sources: CardSource[];
  pack: CardPack | undefined;
}

function Answer({ when, answer: { lead, others, searched }, subject, sources, pack }: AnswerProps) {
  if (!lead) {
    return (
      <div class="answer">
        <p class="dim">{when}</p>
        <p class="answer-stance">
          <StanceSign policy={null} />
          {i18n.t("stance.noRecord")}
        </p>
        <p>{i18n.t("card.noRecordText")}</p>
        {searched.map(({ on, text }) => (
          <p key={on}>{i18n.t("card.searched", [dateWords(on), text])}</p>
        ))}
      </div>
    );
  }
  const remarks = [
    lead.part && i18n.t("card.part", [lead.part]),
    !lead.confirmed && i18n.t("card.notConfirmed"),
    targetingWords(lead.targeting, subject),
    lead.appealed && i18n.t("card.appealed"),
    lead.imprecise && i18n.t("card.imprecise"),
    lead.nextDeadline && i18n.t("popup.deadline", [dateWords(lead.nextDeadline.on)]),
    lead.unconfirmed.length > 0 && i18n.t("card.unconfirmed", [lead.unconfirmed.join(" ")]),
    others.length > 0 && `${i18n.t("card.also")}: ${others.map(({ title }) => title).join("; ")}`,
  ].filter((remark) => typeof remark === "string" && remark !== "");
  return (
    <div class="answer">
      <p class="dim">{when}</p>
      <p class="answer-stance">
        <StanceSign policy={lead} />
        {headline(lead)}
      </p>
      <p>
        <b>{lead.title}</b> ({lead.body})
      </p>
      <p>
        {lead.scope}
        <Citations numbers={lead.summary.sources} sources={sources} />
      </p>
      <PackMark pack={pack} record={lead.measure} />
      <p class="dim">
        <Facts
          facts={[standing(lead), lead.ownChoice ? i18n.t("force.ownChoice") : forceWords(lead.force)]}
        />
      </p>
      {remarks.map((remark) => (
        <p key={remark} class="dim">
          {remark}
        </p>
      ))}
    </div>
  );
}

function Steps({ steps, sources }: { steps: TimelineStep[]; sources: CardSource[] }) {
  return (
    <details>
      <summary>{i18n.t("card.steps", steps.length)}</summary>
      <ol class="pair-steps">
        {steps.map((step) => (
          <li key={`${step.on}${step.step}${step.text}`}>
            <span class="dim">{dateWords(step.on)}</span> <b>{stepWords(step.step)}</b> {step.text}
            <Citations numbers={step.sources} sources={sources} />
          </li>
        ))}
      </ol>
    </details>
  );
}

function Claim({ claim, sources }: { claim: ClaimView; sources: CardSource[] }) {
  return (
    <div class="answer">
      <p>
        <b>{claim.by}</b>: {claim.says}
        <Citations numbers={claim.sources} sources={sources} />
      </p>
      {claim.answers.map((answer) => (
        <p key={answer.says}>
          <b>{i18n.t("card.answers", [answer.by])}</b> {answer.says}
          <Citations numbers={answer.sources} sources={sources} />
        </p>
      ))}
    </div>
  );
}

function Sources({ sources }: { sources: CardSource[] }) {
  return (
    <div>
      <p class="dim">{i18n.t("popup.sources", sources.length)}</p>
      <ol class="pair-sources">
        {sources.map(({ number, url, title, lang, publisher, date, seen, checked, interest }) => (
          <li key={number} value={number}>
            <PageLink url={url}>
              <bdi lang={lang}>{title}</bdi>
            </PageLink>{" "}
            <span class="dim">
              <Facts
                facts={[
                  publisher,
                  date && dateWords(date),
                  seen ? i18n.t("card.checked", [dateWords(checked)]) : i18n.t("card.notRead"),
                  interest && i18n.t("card.interest", [interest]),
                ]}
              />
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
