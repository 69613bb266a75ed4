import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { PolicyBrief } from "../../core/card/card-model.ts";
import type { CellAnswer, PageTable, TableCell, TableRow } from "../../core/card/page-table.ts";
import { Button } from "../components/button.tsx";
import { dateWords } from "../components/date-words.ts";
import { headline } from "../components/policy-words.ts";
import { StanceSign } from "../components/stance-sign.tsx";
import { PairDetails } from "./pair-details.tsx";

/** More rows than this make a list of their own; the rest follow on a press. */
const fewRows = 6;

/** The cell that was opened, and on which article day: a new day may change the rows. */
interface Opened {
  place: string;
  subject: string;
  day: PageTable["articleDay"];
}

/** The page's countries against its vendors, then and now; a cell opens what decided it and the sources (R18). */
export function PolicyTable({ table, tabId }: { table: PageTable; tabId: number }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const open = opened?.day === table.articleDay ? opened : null;
  const [all, setAll] = useState(false);
  const id = useId();
  const body = useRef<HTMLTableSectionElement>(null);
  // The button that had the focus is gone.
  useLayoutEffect(() => {
    const first = all ? body.current?.querySelectorAll('th[scope="row"]')[fewRows] : null;
    first?.parentElement?.querySelector("button")?.focus();
  }, [all]);
  const rows = all || table.rows.length <= fewRows + 1 ? table.rows : table.rows.slice(0, fewRows);
  const left = table.rows.length - rows.length;
  const absent = table.rows.some(({ cells }) => cells.some(isAbsent));
  return (
    <section class="policies" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{i18n.t("popup.table.title")}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard. */}
      <section class="table-region" aria-labelledby={`${id}-caption`} tabIndex={0}>
        <table>
          <caption id={`${id}-caption`}>
            {table.articleDay
              ? i18n.t("popup.table.thenAndNow", [dateWords(table.articleDay)])
              : i18n.t("popup.table.now")}
          </caption>
          <thead>
            <tr>
              <td />
              {table.subjects.map((subject) => (
                <th key={subject.id} scope="col">
                  {subject.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={body} onFocusIn={({ target }) => showWhole(target as Element)}>
            {rows.map((row) => (
              <Row
                key={row.place.id}
                row={row}
                subjects={table.subjects}
                detailsId={`${id}-details`}
                openSubject={open?.place === row.place.id ? open.subject : null}
                tabId={tabId}
                day={table.articleDay}
                onOpen={(subject) =>
                  setOpened(subject === null ? null : { place: row.place.id, subject, day: table.articleDay })
                }
              />
            ))}
          </tbody>
        </table>
      </section>
      {left > 0 ? (
        <Button look="quiet" onClick={() => setAll(true)}>
          {i18n.t("popup.table.more", left)}
        </Button>
      ) : null}
      {absent ? <p class="dim table-note">{i18n.t("popup.table.noRecordNote")}</p> : null}
    </section>
  );
}

interface RowProps {
  row: TableRow;
  subjects: PageTable["subjects"];
  detailsId: string;
  openSubject: string | null;
  tabId: number;
  day: string | null;
  onOpen(subject: string | null): void;
}

function Row({ row, subjects, detailsId, openSubject, tabId, day, onOpen }: RowProps) {
  return (
    <>
      <tr>
        <th scope="row">{row.place.name}</th>
        {subjects.map((subject, index) => {
          const isOpen = openSubject === subject.id;
          const cell = row.cells[index];
          return (
            <td key={subject.id}>
              {!cell || cell === "home" ? (
                <span class="cell-home dim">{i18n.t("popup.table.home")}</span>
              ) : (
                <button
                  type="button"
                  class="cell"
                  aria-expanded={isOpen}
                  aria-controls={isOpen ? detailsId : undefined}
                  onClick={() => onOpen(isOpen ? null : subject.id)}
                >
                  <CellLines cell={cell} />
                </button>
              )}
            </td>
          );
        })}
      </tr>
      {openSubject ? (
        <tr>
          <td colSpan={subjects.length + 1} class="details-cell">
            <div id={detailsId} class="table-details">
              <PairDetails
                key={`${openSubject} ${day}`}
                tabId={tabId}
                place={row.place.id}
                subject={openSubject}
              />
            </div>
          </td>
        </tr>
      ) : null}
    </>
  );
}

function CellLines({ cell: { atArticle, now } }: { cell: Exclude<TableCell, "home"> }) {
  if (!atArticle) return <CellLine answer={now} />;
  if (sameAnswer(atArticle, now)) {
    return <CellLine answer={now} when={i18n.t("popup.table.both")} />;
  }
  return (
    <>
      <CellLine answer={atArticle} when={i18n.t("popup.table.then")} />
      <CellLine answer={now} when={i18n.t("card.now")} />
    </>
  );
}

function CellLine({ answer: { policy, beside }, when }: { answer: CellAnswer; when?: string }) {
  return (
    <span class="cell-line">
      {when ? <span class="cell-when">{when} </span> : null}
      <span class="cell-stance">
        <StanceSign policy={policy} />
        {policy ? headline(policy) : i18n.t("stance.noRecord")}
      </span>
      {beside ? (
        <span class="cell-beside">
          {" "}
          {beside === "part" ? i18n.t("popup.table.part") : i18n.t("popup.table.ownChoice")}
        </span>
      ) : null}
    </span>
  );
}

function sameAnswer(one: CellAnswer, other: CellAnswer): boolean {
  return one.beside === other.beside && samePolicy(one.policy, other.policy);
}

/** Browsers are content when a cell that Tab comes to is in sight in part. */
function showWhole(control: Element): void {
  if (control.matches(":focus-visible")) control.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/** To a reader of one line two acts that say the same are one answer. */
function samePolicy(one: PolicyBrief | null, other: PolicyBrief | null): boolean {
  return one === other || (one !== null && other !== null && headline(one) === headline(other));
}

function isAbsent(cell: TableCell): boolean {
  return cell !== "home" && (cell.now.policy === null || cell.atArticle?.policy === null);
}
