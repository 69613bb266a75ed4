import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { DatasetDiff, RecordName } from "../../../core/dataset/diff-datasets.ts";
import { type EntityKind, entityKinds } from "../../../core/dataset/schema.ts";
import { dateWords } from "../../components/date-words.ts";
import { BoundedList } from "../bounded-list.tsx";
import { fieldWords } from "./field-words.ts";

/** What the dataset in use says otherwise than the one before it, for people (M7): counts first. */
export function DatasetChanges({ changes }: { changes: DatasetDiff }) {
  const { before, after, policies, offices, added, changed, removed } = changes;
  const names = new Map([...added, ...changed].map(({ id, name }) => [id, name]));
  const moved = removed.filter(({ now }) => now.length > 0);
  const gone = removed.filter(({ now }) => now.length === 0);
  const total = [policies, offices, added, changed, removed].reduce((sum, list) => sum + list.length, 0);
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{i18n.t("news.title")}</h2>
      <p class="dim">
        {i18n.t("news.between", [
          before.version,
          dateWords(before.date),
          after.version,
          dateWords(after.date),
        ])}
      </p>
      {total === 0 ? <p>{i18n.t("news.none")}</p> : null}
      <div class="dataset-parts">
        <Part
          summary={i18n.t("news.policies", policies.length)}
          items={policies}
          keyOf={(one) => one.country + one.subject}
        >
          {(one) => (
            <>
              <b>{i18n.t("news.pair", [one.subject, one.country])}</b>
              <Sides before={[one.before]} after={[one.after]} />
            </>
          )}
        </Part>
        <Part summary={i18n.t("news.offices", offices.length)} items={offices} keyOf={({ id }) => id}>
          {(one) => (
            <>
              <b>{one.name}</b>
              <Sides before={one.before} after={one.after} />
            </>
          )}
        </Part>
        <Part summary={i18n.t("news.added", added.length)} items={added} keyOf={({ id }) => id}>
          {(one) => <Named record={one} />}
        </Part>
        <Part summary={i18n.t("news.changed", changed.length)} items={changed} keyOf={({ id }) => id}>
          {(one) => <Named record={one}>: {fieldWords(one.fields)}</Named>}
        </Part>
        <Part summary={i18n.t("news.moved", moved.length)} items={moved} keyOf={({ id }) => id}>
          {(one) => (
            <Named record={one}>
              {" "}
              {i18n.t(one.now.length === 1 ? "news.nowOne" : "news.nowSeveral", [
                one.now.map((id) => names.get(id) ?? id).join(", "),
              ])}
            </Named>
          )}
        </Part>
        <Part summary={i18n.t("news.removed", gone.length)} items={gone} keyOf={({ id }) => id}>
          {(one) => <Named record={one} />}
        </Part>
      </div>
    </section>
  );
}

interface PartProps<T> {
  /** With the count. */
  summary: string;
  items: readonly T[];
  keyOf(item: T): string;
  children(item: T): ComponentChildren;
}

/** One kind of change behind its count; nothing where there is none. Drawn when it is unfolded first. */
function Part<T>({ summary, items, keyOf, children }: PartProps<T>) {
  const [opened, setOpened] = useState(false);
  if (items.length === 0) return null;
  return (
    <details class="dataset-part" onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}>
      <summary>{summary}</summary>
      {opened ? (
        <BoundedList class="dataset-list" items={items} pageSize={50}>
          {(item) => <li key={keyOf(item)}>{children(item)}</li>}
        </BoundedList>
      ) : null}
    </details>
  );
}

function Named({ record, children }: { record: RecordName; children?: ComponentChildren }) {
  return (
    <span>
      <b>{record.name}</b> <span class="dim">{kindWords(record.kind)}</span>
      {children}
    </span>
  );
}

function kindWords(kind: string): string {
  return entityKinds.some((one) => one === kind)
    ? i18n.t(`kind.${kind as EntityKind}`)
    : i18n.t("news.measure");
}

/** What was said before beside what is said now. */
function Sides({ before, after }: { before: string[]; after: string[] }) {
  const none = i18n.t("news.nothing");
  const lines = (all: string[]) => (all.length > 0 ? all : [none]);
  return (
    <div class="changes-sides">
      <div>
        <h3>{i18n.t("changes.before")}</h3>
        {lines(before).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <div>
        <h3>{i18n.t("changes.after")}</h3>
        {lines(after).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </div>
  );
}
