import { z } from "zod";
import { foldText } from "../matching/fold-text.ts";
import type { Mention } from "../matching/types.ts";
import { isSamePage, type PageIdentity, pageKey } from "../page-address.ts";
import { hostOf } from "../site-host.ts";

/** Where a refused mention is left out: in this article, on this site, on every page. */
export const choiceScopes = ["here", "site", "everywhere"] as const;
export type ChoiceScope = (typeof choiceScopes)[number];

/** Longest matched text (characters) that can be refused; the longest names are far shorter. */
export const longestSurface = 200;

const address = z.string().min(1).max(4_000);
const common = {
  id: z.uuid(),
  entity: z.object({ id: z.string().min(1).max(200), name: z.string().min(1).max(500) }),
  /** The text that was marked, as the article writes it. */
  surface: z.string().min(1).max(longestSurface),
  /** ISO instant, UTC. */
  made: z.iso.datetime(),
  /** Version of the dataset that marked it; `none` when none was loaded any more. */
  datasetVersion: z.string().min(1).max(50),
};

/**
 * "Not this one": the reader says that a text does not mean an entity. It holds no more of the page than its
 * scope needs, so one for everywhere holds nothing of it.
 */
export const choiceSchema = z.discriminatedUnion("scope", [
  z.object({
    ...common,
    scope: z.literal("here"),
    host: z.string().min(1).max(300),
    page: z.object({ url: address, canonicalUrl: address.optional(), title: z.string().max(2_000) }),
  }),
  z.object({ ...common, scope: z.literal("site"), host: z.string().min(1).max(300) }),
  z.object({ ...common, scope: z.literal("everywhere") }),
]);

export type Choice = z.output<typeof choiceSchema>;

/** Whether two choices say the same, so that one of them is enough. */
export function isSameChoice(one: Choice, other: Choice): boolean {
  return meaningOf(one) === meaningOf(other);
}

function meaningOf(choice: Choice): string {
  const where =
    choice.scope === "here" ? pageKey(choice.page.url) : choice.scope === "site" ? choice.host : "";
  return [choice.scope, where, choice.entity.id, foldedSurface(choice.surface)].join("\n");
}

/** Whether a choice holds on a page. Its address is the browser's; the canonical one is what the page says. */
export function holdsOn(choice: Choice, page: PageIdentity): boolean {
  if (choice.scope === "everywhere") return true;
  return choice.scope === "site" ? choice.host === hostOf(page.url) : isSamePage(choice.page, page);
}

/**
 * The choices that took a mention away on a page: those to undo when the reader wants it back.
 *
 * @param currentId gives the id of today for one that may have been renamed since.
 */
export function choicesAgainst(
  choices: readonly Choice[],
  mention: { id: string; surface: string },
  page: PageIdentity,
  currentId: (id: string) => string,
): Choice[] {
  const surface = foldedSurface(mention.surface);
  const id = currentId(mention.id);
  return choices.filter(
    (choice) =>
      currentId(choice.entity.id) === id &&
      foldedSurface(choice.surface) === surface &&
      holdsOn(choice, page),
  );
}

/**
 * The mentions that the reader has not refused on this page. One that is left out is not given to another
 * candidate: what else the text may mean was not said.
 */
export function withoutRefused<M extends Pick<Mention, "id" | "surface">>(
  mentions: readonly M[],
  choices: readonly Choice[],
  page: PageIdentity,
  currentId: (id: string) => string,
): M[] {
  const refused = new Map<string, Set<string>>();
  for (const choice of choices) {
    if (!holdsOn(choice, page)) continue;
    const id = currentId(choice.entity.id);
    const surfaces = refused.get(id) ?? new Set();
    refused.set(id, surfaces.add(foldedSurface(choice.surface)));
  }
  // Hardly ever is anything refused, and then no surface is folded at all.
  return mentions.filter(({ id, surface }) => !refused.get(id)?.has(foldedSurface(surface)));
}

function foldedSurface(surface: string): string {
  return foldText(surface).key.trim();
}
