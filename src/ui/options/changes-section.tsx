import type { ComponentChildren } from "preact";
import { useCallback, useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { type ChangedClaim, compareLines } from "../../core/notes/dataset-change/changed-claims.ts";
import { plainWords } from "../../core/notes/plain-words.ts";
import { readMarkdown } from "../../core/notes/read-markdown.ts";
import type { BriefNote } from "../../messaging/protocol.ts";
import { useApi } from "../api.ts";
import { Button } from "../components/button.tsx";
import { dateWords } from "../components/date-words.ts";
import { EmptyState } from "../components/empty-state.tsx";
import { Facts } from "../components/facts.tsx";
import { ProblemState } from "../components/problem-state.tsx";
import { NotLoaded } from "../not-loaded.tsx";
import { useAction } from "../use-action.ts";
import { useLoaded } from "../use-loaded.ts";

/** What changes of the dataset mean for the notes: splits to decide, and claims that say something else now (S3, S5). */
export function ChangesSection() {
  const api = useApi();
  const load = useCallback(() => api.call("ui.noteChanges", {}), [api]);
  const [loaded, reload] = useLoaded(load);
  const { problem, act } = useAction({ after: reload });
  const list = useRef<HTMLDivElement>(null);
  if (loaded.state !== "loaded")
    return <NotLoaded loaded={loaded} title={i18n.t("changes.failed")} onAgain={reload} />;
  const { version, split, gone, changed } = loaded.value;
  const changes = split.length + gone.length + changed.length;
  const decide = (work: () => Promise<unknown>) =>
    act(async () => {
      await work();
      // What was pressed goes with what it was about.
      list.current?.focus();
    });
  const see = (ids: string[]) => decide(() => api.call("ui.seeChanges", { ids }));
  return (
    <div class="changes" tabIndex={-1} ref={list}>
      {problem ? <ProblemState title={i18n.t("options.notChanged")} text={problem} /> : null}
      {changes === 0 ? (
        <EmptyState title={i18n.t("changes.none")}>{i18n.t("changes.noneText", [version])}</EmptyState>
      ) : null}
      <Part
        id="split"
        title={i18n.t("changes.split")}
        text={i18n.t("changes.splitText")}
        notes={split}
        below={({ note, heirs }) => (
          <div class="changes-buttons">
            {heirs.map(({ id, name }) => (
              <Button
                key={id}
                label={i18n.t("changes.chooseFor", [name, note.about])}
                onClick={() => void decide(() => api.call("ui.settleSplit", { ids: [note.id], to: id }))}
              >
                {name}
              </Button>
            ))}
          </div>
        )}
      />
      <Part
        id="changed"
        title={i18n.t("changes.changed", changed.length)}
        text={i18n.t("changes.changedText", [version])}
        notes={changed}
        above={
          changed.length > 1 ? (
            <p>
              <Button onClick={() => void see(changed.map(({ note }) => note.id))}>
                {i18n.t("changes.seenAll")}
              </Button>
            </p>
          ) : null
        }
        below={({ note, claims }) => (
          <>
            {claims.map((claim) => (
              <Comparison key={claim.id} claim={claim} />
            ))}
            <div class="changes-buttons">
              <Button label={i18n.t("changes.seenFor", [note.about])} onClick={() => void see([note.id])}>
                {i18n.t("changes.seen")}
              </Button>
            </div>
          </>
        )}
      />
      <Part
        id="gone"
        title={i18n.t("changes.gone")}
        text={i18n.t("changes.goneText")}
        notes={gone.map((note) => ({ note }))}
      />
    </div>
  );
}

interface PartProps<T extends { note: BriefNote }> {
  id: string;
  title: string;
  text: string;
  notes: readonly T[];
  /** Between the text and the notes. */
  above?: ComponentChildren;
  /** Below each note. */
  below?(one: T): ComponentChildren;
}

/** Notes that something is said about; nothing where there are none. */
function Part<T extends { note: BriefNote }>({ id, title, text, notes, above, below }: PartProps<T>) {
  if (notes.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p class="dim">{text}</p>
      {above}
      <ul class="changes-list">
        {notes.map((one) => (
          <li key={one.note.id}>
            <NoteName note={one.note} />
            {below?.(one)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Milliseconds after which the notes are there, so that what changed under them can be looked for. */
const hintAfter = 1500;

/** Above the notes: how many there is something to say about. Silent where there is nothing, or it cannot be told. */
export function ChangesHint() {
  const api = useApi();
  const load = useCallback(async () => {
    // Among thousands of notes this takes a moment, which the notes themselves need more.
    await new Promise((resolve) => setTimeout(resolve, hintAfter));
    return api.call("ui.noteChanges", {});
  }, [api]);
  const [loaded] = useLoaded(load);
  if (loaded.state !== "loaded") return null;
  const { split, changed } = loaded.value;
  const hints = [
    changed.length > 0 ? i18n.t("changes.hint", changed.length) : "",
    split.length > 0 ? i18n.t("changes.splitHint", split.length) : "",
  ].filter(Boolean);
  if (hints.length === 0) return null;
  return (
    <p class="changes-hint" role="status">
      {hints.join(" ")} <a href="#changes">{i18n.t("changes.look")}</a>
    </p>
  );
}

function NoteName({
  note: { id, about, title, words, markdown, created, datasetVersion },
}: {
  note: BriefNote;
}) {
  return (
    <div>
      <h3>
        <a href={`#notes/${id}`}>{about}</a>
      </h3>
      {words ? (
        <p class="changes-words">{markdown ? plainWords(words, readMarkdown(words)) : words}</p>
      ) : null}
      <p class="dim">
        <Facts
          facts={[
            title,
            i18n.t("changes.written", [dateWords(created.slice(0, 10))]),
            i18n.t("card.version", [datasetVersion]),
          ]}
        />
      </p>
    </div>
  );
}

function Comparison({ claim: { title, before, after } }: { claim: ChangedClaim }) {
  const lines = compareLines(before, after ?? "");
  return (
    <details open>
      <summary>{title}</summary>
      <div class="changes-sides">
        <Side title={i18n.t("changes.before")} lines={lines.before} look="before" />
        {after === null ? (
          <div>
            <h4>{i18n.t("changes.after")}</h4>
            <p>{i18n.t("changes.recordGone")}</p>
          </div>
        ) : (
          <Side title={i18n.t("changes.after")} lines={lines.after} look="after" />
        )}
      </div>
    </details>
  );
}

function Side({
  title,
  lines,
  look,
}: {
  title: string;
  lines: ReturnType<typeof compareLines>["before"];
  look: "before" | "after";
}) {
  // Del and ins say it to those who do not see the colour.
  const Mark = look === "before" ? "del" : "ins";
  return (
    <div>
      <h4>{title}</h4>
      {lines.map(({ text, changed }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines may be alike, and none is ever moved.
        <p key={index}>{changed ? <Mark>{text}</Mark> : text}</p>
      ))}
    </div>
  );
}
