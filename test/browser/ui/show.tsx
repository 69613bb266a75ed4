import axe from "axe-core";
import { type ComponentChildren, render } from "preact";
import { expect, vi } from "vitest";
import { ApiProvider } from "../../../src/ui/api.ts";
import { FileHandoverProvider } from "../../../src/ui/options/file-handover.ts";
import { NotesSourceProvider } from "../../../src/ui/options/notes-source.ts";
import type { FakeApi } from "../../support/interface-samples.ts";

/** Draws a page of the extension with a fake background, as `show-page.tsx` does with the real one. */
export async function show(content: ComponentChildren, api: FakeApi, css: string): Promise<void> {
  clear();
  document.documentElement.lang = "en";
  document.title = "Telecom Lens";
  const style = document.createElement("style");
  style.textContent = css;
  const root = document.createElement("div");
  root.id = "page";
  document.head.append(style);
  document.body.append(root);
  render(
    <ApiProvider value={api}>
      <NotesSourceProvider value={api.source}>
        <FileHandoverProvider value={api.handover}>{content}</FileHandoverProvider>
      </NotesSourceProvider>
    </ApiProvider>,
    root,
  );
  await vi.waitFor(() => expect(document.querySelector("[aria-busy=true]")).toBeNull());
}

/** Takes the page away, with its effects. */
export function clear(): void {
  const root = document.querySelector("#page");
  if (root) render(null, root);
  root?.remove();
  for (const style of document.head.querySelectorAll("style")) style.remove();
}

/** Every accessibility problem on the page, in a form that a failed test can show. */
export async function axeProblems(): Promise<string[]> {
  const { violations } = await axe.run(document, { resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Texts with a dot in them that stays where a line ends, unlike that of <Facts>. */
export function loneDots(): (string | null)[] {
  const holds = ({ childNodes }: Element) =>
    [...childNodes].some((node) => node.nodeType === 3 && node.textContent?.includes("·"));
  return [...document.querySelectorAll("body :not(.fact-dot)")]
    .filter(holds)
    .map(({ textContent }) => textContent);
}

/** In which colours to look at the page. */
export function lookIn(scheme: "light" | "dark"): void {
  document.documentElement.style.colorScheme = scheme;
}

/** What a person sees written there: unlike `textContent`, nothing that is hidden. */
export function shownText(element: HTMLElement | null | undefined = document.body): string {
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden must not count.
  return element?.innerText ?? "";
}
