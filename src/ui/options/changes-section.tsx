import { useCallback } from "preact/hooks";
import { i18n } from "#i18n";
import { type ChangedClaim, compareLines } from "../../core/notes/dataset-change/changed-claims.ts";
import type { BriefNote, NoteChanges } from "../../messaging/protocol.ts";
import { useApi } from "../api.ts";
import { Button } from "../components/button.tsx";
import { dateWords } from "../components/date-words.ts";
import { EmptyState } from "../components/empty-state.tsx";
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
  if (loaded.state !== "loaded")
    return <NotLoaded loaded={loaded} title={i18n.t("changes.failed")} onAgain={reload} />;
  const { version, split, gone, changed } = loaded.value;
  if (countChanges(loaded.value) === 0) {
    return <EmptyState title={i18n.t("changes.none")}>{i18n.t("changes.noneText", [version])}</EmptyState>;
  }
  const see = (ids: string[]) => act(() => api.call("ui.seeChanges", { ids }));
  return (
    <>
      {problem ? <ProblemState title={i18n.t("options.notChanged")} text={problem} /> : null}
      {split.length > 0 ? (
        <section aria-labelledby="split">
          <h2 id="split">{i18n.t("changes.split")}</h2>
          <p class="dim">{i18n.t("changes.splitText")}</p>
          <ul class="changes">
            {split.map(({ note, heirs }) => (
              <li key={note.id}>
                <NoteName note={note} />
                <div class="changes-buttons">
                  {heirs.map(({ id, name }) => (
                    <Button
                      key={id}
                      label={i18n.t("changes.chooseFor", [name, note.about])}
                      onClick={() => void act(() => api.call("ui.settleSplit", { ids: [note.id], to: id }))}
                    >
                      {name}
                    </Button>
                  ))}
                </div>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {changed.length > 0 ? (
        <section aria-labelledby="changed">
          <h2 id="changed">{i18n.t("changes.changed", changed.length)}</h2>
          <p class="dim">{i18n.t("changes.changedText", [version])}</p>
          {changed.length > 1 ? (
            <p>
              <Button onClick={() => void see(changed.map(({ note }) => note.id))}>
                {i18n.t("changes.seenAll")}
              </Button>
            </p>
          ) : null}
          <ul class="changes">
            {changed.map(({ note, claims }) => (
              <li key={note.id}>
                <NoteName note={note} />
                {claims.map((claim) => (
                  <Comparison key={claim.id} claim={claim} />
                ))}
                <div class="changes-buttons">
                  <Button label={i18n.t("changes.seenFor", [note.about])} onClick={() => void see([note.id])}>
                    {i18n.t("changes.seen")}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {gone.length > 0 ? (
        <section aria-labelledby="gone">
          <h2 id="gone">{i18n.t("changes.gone")}</h2>
          <p class="dim">{i18n.t("changes.goneText")}</p>
          <ul class="changes">
            {gone.map((note) => (
              <li key={note.id}>
                <NoteName note={note} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
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

function countChanges({ split, gone, changed }: NoteChanges): number {
  return split.length + gone.length + changed.length;
}

function NoteName({ note: { id, about, title, words, created, datasetVersion } }: { note: BriefNote }) {
  return (
    <div>
      <h3>
        <a href={`#notes/${id}`}>{about}</a>
      </h3>
      {words ? <p class="changes-words">{words}</p> : null}
      <p class="dim">
        {title}, {i18n.t("changes.written", [dateWords(created.slice(0, 10))])},{" "}
        {i18n.t("card.version", [datasetVersion])}
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
  return (
    <div>
      <h4>{title}</h4>
      {lines.map(({ text, changed }, index) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are never moved.
        if (!changed) return <p key={index}>{text}</p>;
        // Del and ins say it to those who do not see the colour.
        const Mark = look === "before" ? "del" : "ins";
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are never moved.
          <p key={index}>
            <Mark>{text}</Mark>
          </p>
        );
      })}
    </div>
  );
}
