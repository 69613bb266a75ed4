import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { type Day, isRealDay } from "../../core/dataset/dates.ts";
import type { PageSummary } from "../../messaging/protocol.ts";
import { Button } from "../components/button.tsx";
import { dateWords } from "../components/date-words.ts";
import { originWords } from "../components/policy-words.ts";

interface ArticleDayProps {
  page: PageSummary;
  /** `found` goes back to the date that the page gives itself; resolves when it holds. */
  onSet(day: Day | null | "found"): Promise<void>;
}

/** The article's date, where it comes from, and a control to set it right (R10). */
export function ArticleDay({ page, onSet }: ArticleDayProps) {
  const [open, setOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  const formId = useId();
  const { articleDate, foundDate, dateChosen } = page;
  const set = async (day: Day | null | "found") => {
    setOpen(false);
    // The field that had the focus is gone.
    toggle.current?.focus();
    await onSet(day);
  };
  return (
    <div class="popup-date">
      <div class="popup-date-line">
        <p>
          {articleDate
            ? i18n.t("popup.articleOf", [dateWords(articleDate.day)])
            : i18n.t(dateChosen ? "popup.date.none" : "popup.noDate")}
        </p>
        <button
          type="button"
          class="button"
          data-look="quiet"
          aria-expanded={open}
          aria-controls={open ? formId : undefined}
          ref={toggle}
          onClick={() => setOpen(!open)}
        >
          {articleDate ? i18n.t("popup.date.change") : i18n.t("popup.date.set")}
        </button>
      </div>
      <DateOrigin page={page} />
      {open ? (
        <DateForm
          id={formId}
          first={articleDate?.day ?? foundDate?.day ?? ""}
          today={page.today}
          onDay={(day) => void set(day)}
        >
          {dateChosen && foundDate ? (
            <Button onClick={() => void set("found")}>
              {i18n.t("popup.date.useFound", [dateWords(foundDate.day)])}
            </Button>
          ) : null}
          {articleDate ? (
            // Where nothing was found, forgetting the choice is all that it takes.
            <Button onClick={() => void set(foundDate ? null : "found")}>
              {i18n.t("popup.date.noDate")}
            </Button>
          ) : null}
        </DateForm>
      ) : null}
    </div>
  );
}

/** Where the date was found, with the page's own writing of it; or what the page says instead of the choice. */
function DateOrigin({ page: { articleDate, foundDate, dateChosen } }: { page: PageSummary }) {
  if (dateChosen) {
    const says = foundDate ? i18n.t("popup.date.pageSays", [dateWords(foundDate.day)]) : null;
    const words = [articleDate ? originWords("chosen") : i18n.t("popup.date.chosenNone"), says];
    return <p class="dim popup-origin">{words.filter(Boolean).join("; ")}</p>;
  }
  if (!articleDate) return null;
  // An address is no writing of a date, and one for machines says no more than the day above.
  const raw =
    foundDate && foundDate.origin !== "url" && !foundDate.raw.startsWith(foundDate.day)
      ? foundDate.raw
      : null;
  return (
    <p class="dim popup-origin">
      {originWords(articleDate.origin)}
      {raw ? (
        <>
          {": "}
          <bdi>{raw}</bdi>
        </>
      ) : null}
    </p>
  );
}

interface DateFormProps {
  id: string;
  /** Stands in the field at first; may be empty. */
  first: string;
  today: Day;
  onDay(day: Day): void;
  /** Further buttons. */
  children: ComponentChildren;
}

function DateForm({ id, first, today, onDay, children }: DateFormProps) {
  const [value, setValue] = useState(first);
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const submit = () => {
    const wrong = !isRealDay(value)
      ? i18n.t("popup.date.incomplete")
      : value > today
        ? i18n.t("popup.date.future")
        : null;
    setProblem(wrong);
    if (wrong) field.current?.focus();
    else onDay(value);
  };
  return (
    <form
      id={id}
      class="popup-date-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div class="field">
        <label for={`${id}-day`}>{i18n.t("popup.date.label")}</label>
        <input
          id={`${id}-day`}
          type="date"
          max={today}
          value={value}
          ref={field}
          aria-invalid={problem ? true : undefined}
          aria-describedby={`${id}-below`}
          onInput={(event) => setValue(event.currentTarget.value)}
        />
        <p id={`${id}-below`} class={problem ? "field-problem" : "field-hint"} role="status">
          {problem ?? i18n.t("popup.date.hint")}
        </p>
      </div>
      <div class="popup-date-buttons">
        <Button look="main" type="submit">
          {i18n.t("popup.date.use")}
        </Button>
        {children}
      </div>
    </form>
  );
}
