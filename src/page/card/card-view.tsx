import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { CardModel, PairView } from "../../core/card/card-model.ts";
import { dateWords } from "../../ui/components/date-words.ts";
import { KindGlyph } from "../../ui/components/kind-glyph.tsx";
import type { CardEvents, ShownMention } from "../card-port.ts";
import { Citations, SourceChips, SourceList } from "./citations.tsx";
import { NoteForm } from "./note-form.tsx";
import { Offices } from "./offices.tsx";
import { Claims, PolicyBlock } from "./policy-block.tsx";
import { originWords, reasonWords } from "./words.ts";

interface CardViewProps {
  shown: ShownMention;
  events: CardEvents;
  /** The card as plain text, frozen into notes. */
  cardText: string;
}

/** The card of one mention: the answer for this page first, details behind it, actions at the foot. */
export function CardView({ shown, events, cardText }: CardViewProps) {
  const [panel, setPanel] = useState<"none" | "why" | "note">("none");
  const { model, mention, position } = shown;
  const { entity, sources } = model;
  const toggle = (wanted: "why" | "note") => setPanel(panel === wanted ? "none" : wanted);
  return (
    <>
      <div class="scroll">
        <header class="head">
          <KindGlyph kind={entity.kind} />
          <h2>{entity.name}</h2>
          <div class="subtitle dim">{subtitle(model)}</div>
          <Steps position={position} onStep={events.stepped} onClose={events.dismissed} />
        </header>
        <div class="body">
          {mention.certainty === "uncertain" ? <Uncertain model={model} /> : null}
          <Answers model={model} />
          <p class="sentence">
            {model.sentence.text}
            <Citations numbers={model.sentence.sources} sources={sources} />
          </p>
          {model.hints.map((hint) => (
            <p key={hint.text} class="hint">
              {hint.text}
              <Citations numbers={hint.sources} sources={sources} />
            </p>
          ))}
          <Claims claims={model.claims} sources={sources} />
          <SourceChips sources={sources} />
          <details class="others">
            <summary>{i18n.t("card.sources", sources.length)}</summary>
            <SourceList sources={sources} />
          </details>
          <p class="dim origin">
            {model.articleDate
              ? i18n.t("card.articleDate", [
                  dateWords(model.articleDate.day),
                  originWords(model.articleDate.origin),
                ])
              : i18n.t("card.noDate")}
          </p>
        </div>
      </div>
      {panel === "why" ? <p class="panel">{reasonWords(mention.reason, mention.surface)}</p> : null}
      {panel === "note" ? (
        <div class="panel">
          <NoteForm
            title={i18n.t("note.titleEntity", [entity.name])}
            onSave={(note) =>
              events.noteWritten({ ...note, entity: { id: entity.id, name: entity.name, cardText } })
            }
            onCancel={() => setPanel("none")}
          />
        </div>
      ) : null}
      <footer class="foot">
        <button type="button" aria-expanded={panel === "note"} onClick={() => toggle("note")}>
          <b>{i18n.t("card.addNote")}</b>
          {model.notes > 0 ? <span class="dim"> {i18n.t("card.notesHere", model.notes)}</span> : null}
        </button>
        <button type="button" aria-expanded={panel === "why"} onClick={() => toggle("why")}>
          {i18n.t("card.why")}
        </button>
        <button type="button" title={i18n.t("card.siteOffTitle")} onClick={() => events.siteSwitchedOff()}>
          {i18n.t("card.siteOff")}
        </button>
        <span class="dim version" title={i18n.t("card.recordChecked", [dateWords(model.checked)])}>
          {i18n.t("card.version", [model.dataset.version])}
        </span>
      </footer>
    </>
  );
}

/** The answers that matter on this page: its country × vendor pairs, a policy's life, a person's offices. */
function Answers({ model }: { model: CardModel }) {
  const { pairs, life, offices, sources, entity, articleDate } = model;
  return (
    <>
      {offices ? <Offices offices={offices} articleDate={articleDate} sources={sources} /> : null}
      {life ? (
        <PolicyBlock
          title={entity.name}
          subject={entity.name}
          atArticle={life.atArticle}
          now={life.now}
          timeline={life.timeline}
          claims={[]}
          sources={sources}
        />
      ) : null}
      {pairs.map((pair, index) =>
        index === 0 ? (
          <PairBlock key={pairTitle(pair)} pair={pair} sources={sources} />
        ) : (
          <details key={pairTitle(pair)} class="others">
            <summary>{pairTitle(pair)}</summary>
            <PairBlock pair={pair} sources={sources} />
          </details>
        ),
      )}
    </>
  );
}

function PairBlock({ pair, sources }: { pair: PairView; sources: CardModel["sources"] }) {
  return (
    <PolicyBlock
      title={pairTitle(pair)}
      subject={pair.subject.name}
      atArticle={pair.atArticle}
      now={pair.now}
      timeline={pair.timeline}
      claims={pair.claims}
      knownUntil={pair.knownUntil}
      sources={sources}
    />
  );
}

function pairTitle({ subject, inCountry }: PairView): string {
  return i18n.t("card.pair", [subject.name, inCountry]);
}

function Uncertain({ model }: { model: CardModel }) {
  const others = model.candidates.filter(({ id }) => id !== model.entity.id).map(({ name }) => name);
  return (
    <p class="uncertain">
      <b>{i18n.t("card.uncertain")}.</b>{" "}
      {others.length > 0 ? i18n.t("card.candidates", [[model.entity.name, ...others].join(", ")]) : null}
    </p>
  );
}

function Steps({
  position,
  onStep,
  onClose,
}: {
  position: ShownMention["position"];
  onStep: CardEvents["stepped"];
  onClose(): void;
}) {
  const button = (label: string, sign: string, act: () => void) => (
    <button type="button" class="small" aria-label={label} title={label} onClick={act}>
      <svg
        width="12"
        height="12"
        viewBox="0 0 12 12"
        fill="none"
        stroke="currentColor"
        stroke-width="1.6"
        aria-hidden="true"
      >
        <path d={sign} />
      </svg>
    </button>
  );
  return (
    <div class="tools">
      {button(i18n.t("card.previousMention"), "M7.5 2.5L4 6l3.5 3.5", () => onStep(-1))}
      <span class="dim">{i18n.t("card.position", [String(position.number), String(position.of)])}</span>
      {button(i18n.t("card.nextMention"), "M4.5 2.5L8 6 4.5 9.5", () => onStep(1))}
      {button(i18n.t("card.close"), "M3 3l6 6M9 3l-6 6", onClose)}
    </div>
  );
}

function subtitle({ does, home, entity }: CardModel): string {
  return [does || i18n.t(`kind.${entity.kind}`), home?.name].filter(Boolean).join(" · ");
}
