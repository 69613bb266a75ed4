import type { ComponentChildren } from "preact";

/** Nothing is here yet, and how something comes here. Never shown when something could not be read. */
export function EmptyState({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="state">
      <p class="state-title">{title}</p>
      <div class="state-text">{children}</div>
    </div>
  );
}
