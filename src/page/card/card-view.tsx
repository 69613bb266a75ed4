import { useId, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { CardModel } from "../../core/card/card-model.ts";
import { citationText } from "../../core/card/citation.ts";
import { datasetAge, isDatasetOld } from "../../core/card/dataset-age.ts";
import { Candidates } from "./candidates.tsx";
import { CardBody } from "./card-body.tsx";
import type { CardEvents, Draft } from "./card-face.ts";
import { CardFoot, type Panel } from "./card-foot.tsx";
import { CardHead } from "./card-head.tsx";
import { copyText } from "./copy-text.ts";
import { draftsOf } from "./drafts-of.ts";
import { NotThisOne } from "./not-this-one.tsx";
import { type NoteChoice, NoteForm } from "./note-form.tsx";
import { NotesHere } from "./notes-here.tsx";
import { type Report, ReportForm } from "./report-form.tsx";
import type { ShownMention } from "./shown-mentions.ts";
import { reasonWords } from "./words.ts";

interface CardViewProps {
  shown: ShownMention;
  events: CardEvents;
  /** What was typed before and not saved, for a note and for a report of a mistake. */
  draft: Draft;
  report: Report;
}

/** The card of one mention: the answer for this page first, details behind it, actions at the foot. */
export function CardView({ shown, events, draft, report }: CardViewProps) {
  const [panel, setPanel] = useState<Panel>("none");
  const [status, setStatus] = useState("");
  const [written, setWritten] = useState(0);
  const foot = useRef<HTMLElement>(null);
  const scroll = useRef<HTMLDivElement>(null);
  const panelId = useId();
  const { mention, position } = shown;
  const model = { ...shown.model, notes: shown.model.notes + written };
  const { entity, dataset, today } = model;

  /** Folds the panel and puts the focus back on the button that unfolded it. */
  const fold = (from: Panel) => {
    setPanel("none");
    foot.current?.querySelector<HTMLElement>(`[data-panel=${from}]`)?.focus({ preventScroll: true });
  };
  const toggle = (wanted: Panel) => {
    setStatus("");
    setPanel((now) => (now === wanted ? "none" : wanted));
  };
  const copy = async (text: string, done: string) => {
    const copied = await copyText(text, foot.current ?? document.body);
    setStatus(copied ? done : i18n.t("card.notCopied"));
  };
  const save = async ({ claim, ...note }: { body: string; tags: string[]; claim?: string }) => {
    await events.noteWritten({ ...note, entity: { id: entity.id, name: entity.name, claim } });
    setWritten(written + 1);
    setStatus(i18n.t("note.saved"));
    fold("note");
  };
  return (
    <>
      <CardHead
        model={model}
        position={position}
        nameId={`${panelId}-name`}
        onStep={events.stepped}
        onClose={events.dismissed}
      />
      {/* Firefox lets Tab stop at what scrolls, here and in the panel: both need a role and a name. */}
      {/* biome-ignore lint/a11y/useSemanticElements: no fieldset; nothing in it is filled in. */}
      <div class="scroll" ref={scroll} role="group" aria-labelledby={`${panelId}-name`}>
        <div class="body">
          {isDatasetOld(dataset.date, today) ? (
            <p class="old">{i18n.t("card.old", [String(datasetAge(dataset.date, today))])}</p>
          ) : null}
          {mention.certainty === "uncertain" ? (
            <Candidates model={model} onChoose={events.candidateChosen} />
          ) : null}
          <CardBody model={model} />
        </div>
      </div>
      <div
        id={panelId}
        {...(panel === "none"
          ? {}
          : { class: "panel", role: "group", "aria-labelledby": `${panelId}-${panel}` })}
      >
        {panel === "why" ? <p>{reasonWords(mention.reason, mention.surface)}</p> : null}
        {panel === "not" ? (
          <NotThisOne surface={mention.surface} name={mention.name} onChoose={events.notThisOne} />
        ) : null}
        {panel === "notes" ? (
          <NotesHere count={model.notes} load={() => events.notesHere(entity.id)} onAll={events.allNotes} />
        ) : null}
        {panel === "note" ? (
          <NoteForm
            key={entity.id}
            title={i18n.t("note.titleEntity", [entity.name])}
            draft={draft}
            choices={noteChoices(model)}
            tags={events.tags()}
            drafts={draftsOf({ entityId: entity.id }, events)}
            onSave={save}
            onCancel={() => fold("note")}
          />
        ) : null}
        {panel === "report" ? (
          <ReportForm
            key={entity.id}
            model={model}
            matchedText={mention.surface}
            report={report}
            page={events.reportedPage}
            onCopy={(text) => void copy(text, i18n.t("report.copied"))}
            onClose={() => fold("report")}
          />
        ) : null}
      </div>
      {/* In the tree from the start: a region that comes together with its text is often not read out. */}
      <p role="status" class="status">
        {status}
      </p>
      <CardFoot
        model={model}
        panel={panel}
        panelId={panelId}
        onToggle={toggle}
        onCopy={() => void copy(citationText(model), i18n.t("card.copied"))}
        onSiteOff={events.siteSwitchedOff}
        buttons={foot}
      />
    </>
  );
}

/** A note may be on all that the card says, or on one measure of it. */
function noteChoices({ pairs, life, acts }: CardModel): NoteChoice[] {
  const answers = [...pairs, ...(life ? [life] : [])].flatMap(({ atArticle, now }) => [now, atArticle]);
  const briefs = answers.flatMap((answer) => (answer ? [answer.lead ?? [], answer.others].flat() : []));
  const measures = new Map([...briefs, ...(acts?.list ?? [])].map(({ measure, title }) => [measure, title]));
  const all: NoteChoice = { name: i18n.t("note.wholeCard") };
  return [all, ...[...measures].map(([claim, name]) => ({ claim, name }))];
}
