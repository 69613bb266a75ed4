import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Button } from "../components/button.tsx";
import { countWords } from "../components/count-words.ts";

interface BoundedListProps<T> {
  items: readonly T[];
  /** So many are shown at first, and more with each press. */
  pageSize: number;
  class: string;
  /** Draws one as a list item. */
  children(item: T): ComponentChildren;
}

/** A list that does not begin longer than a person reads. */
export function BoundedList<T>({ items, pageSize, class: look, children }: BoundedListProps<T>) {
  const [limit, setLimit] = useState(pageSize);
  const list = useRef<HTMLUListElement>(null);
  const showMore = () => {
    // The button goes with the last of them.
    if (limit + pageSize >= items.length) list.current?.focus({ preventScroll: true });
    setLimit(limit + pageSize);
  };
  return (
    <>
      <ul class={look} tabIndex={-1} ref={list}>
        {items.slice(0, limit).map(children)}
      </ul>
      {items.length > limit ? (
        <p class="more">
          <Button onClick={showMore}>{i18n.t("notes.more", [countWords(items.length - limit)])}</Button>
        </p>
      ) : null}
    </>
  );
}
