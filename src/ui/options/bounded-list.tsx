import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Button } from "../../components/button.tsx";

/** More entries than this are shown when asked for. */
const pageSize = 50;

interface BoundedListProps<T> {
  items: readonly T[];
  keyOf(item: T): string;
  children(item: T): ComponentChildren;
}

/** A list that does not begin longer than a person reads. */
export function BoundedList<T>({ items, keyOf, children }: BoundedListProps<T>) {
  const [limit, setLimit] = useState(pageSize);
  return (
    <>
      <ul class="dataset-list">
        {items.slice(0, limit).map((item) => (
          <li key={keyOf(item)}>{children(item)}</li>
        ))}
      </ul>
      {items.length > limit ? (
        <p class="more">
          <Button onClick={() => setLimit(limit + pageSize)}>
            {i18n.t("notes.more", [String(items.length - limit)])}
          </Button>
        </p>
      ) : null}
    </>
  );
}
