import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { CardModel } from "../../core/card/card-model.ts";
import {
  type CardStatement,
  correctionOfCard,
  statementsOfCard,
} from "../../core/choices/card-correction.ts";
import {
  correctionLimits,
  correctionText,
  issueDraft,
  mailDraft,
} from "../../core/choices/correction-text.ts";
import { NewTab } from "../../ui/components/new-tab.tsx";
import type { CardEvents } from "./card-face.ts";

/** What is being written. It outlives the card: one that closes by mistake takes no text with it. */
export interface Report {
  comment: string;
  /** Key of what is called wrong; empty: what the card leads with. */
  statement: string;
}

interface ReportFormProps {
  model: CardModel;
  matchedText: string;
  /** Changed as it is written. */
  report: Report;
  page: CardEvents["reportedPage"];
  onCopy(text: string): void;
  onClose(): void;
}

/** A mistake in the card, for the maintainers: a text to copy, drafts of a mail and an issue. Nothing is sent. */
export function ReportForm({ model, matchedText, report, page, onCopy, onClose }: ReportFormProps) {
  const [{ comment, statement: chosen }, setWritten] = useState({ ...report });
  // Not remembered: an application may show another page by then.
  const [withPage, setWithPage] = useState(false);
  const [{ made, statements, seenOn }] = useState(() => ({
    made: new Date().toISOString(),
    statements: statementsOfCard(model),
    seenOn: page(),
  }));
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), []);
  const write = (part: Partial<Report>) => {
    Object.assign(report, part);
    setWritten({ ...report });
  };
  // By another article day the card may not say any more what was chosen.
  const statement = statements.find((one) => keyOf(one) === chosen) ?? statements[0];
  if (!statement) return null;
  const correction = correctionOfCard({
    model,
    matchedText,
    statement,
    comment,
    page: withPage ? seenOn : null,
    made,
  });
  const text = correctionText(correction);
  const { mail = "", issues } = model.dataset;
  // Who maintains a private pack is not known to its records.
  const letter = mailDraft(correction, correction.pack ? "" : mail);
  const issue = issues && !correction.pack ? issueDraft(correction, issues) : null;
  return (
    <form
      class="note"
      aria-label={i18n.t("report.title")}
      onSubmit={(event) => {
        event.preventDefault();
        onCopy(text);
      }}
    >
      <label for={`${id}-statement`}>{i18n.t("report.statement")}</label>
      <select
        id={`${id}-statement`}
        value={keyOf(statement)}
        onChange={(event) => write({ statement: event.currentTarget.value })}
      >
        {statements.map((one) => (
          <option key={keyOf(one)} value={keyOf(one)}>
            {statementWords(one, matchedText)}
          </option>
        ))}
      </select>
      <label for={`${id}-comment`}>{i18n.t("report.comment")}</label>
      <textarea
        id={`${id}-comment`}
        dir="auto"
        rows={3}
        maxLength={correctionLimits.comment}
        value={comment}
        onInput={(event) => write({ comment: event.currentTarget.value })}
        ref={field}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={withPage}
          onChange={(event) => setWithPage(event.currentTarget.checked)}
        />
        <span>
          {i18n.t("report.page")} <bdi>{seenOn.url}</bdi>
        </span>
      </label>
      <details>
        <summary>{i18n.t("report.preview")}</summary>
        <pre dir="auto">{text}</pre>
      </details>
      {letter.isShortened || issue?.isShortened ? (
        <p class="by-line dim">{i18n.t("report.shortened")}</p>
      ) : null}
      <div class="buttons">
        <button type="submit" class="main">
          {i18n.t("report.copy")}
        </button>
        <a href={letter.href} target="_blank" rel="noopener noreferrer">
          {i18n.t("report.mail")}
        </a>
        {issue ? (
          <a href={issue.href} target="_blank" rel="noopener noreferrer">
            {i18n.t("report.issue")}
            <NewTab />
          </a>
        ) : null}
        <button type="button" onClick={onClose}>
          {i18n.t("report.close")}
        </button>
      </div>
    </form>
  );
}

/** No two statements of a card are alike in all three. */
function keyOf({ what, record, title }: CardStatement): string {
  return `${what} ${record} ${title}`;
}

function statementWords({ what, title }: CardStatement, matchedText: string): string {
  switch (what) {
    case "measure":
      return title;
    case "no-record":
      return i18n.t("report.noRecord", [title]);
    case "offices":
      return i18n.t("report.offices");
    case "statement":
      return i18n.t("report.said", [title]);
    case "about":
      return i18n.t("report.about");
    case "mark":
      return i18n.t("report.mark", [matchedText, title]);
  }
}
