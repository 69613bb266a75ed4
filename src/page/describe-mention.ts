import type { CardModel } from "../core/card/card-model.ts";
import type { Payload } from "../messaging/protocol.ts";
import type { ArticleSession } from "./article-session.ts";
import type { Ask } from "./ask-background.ts";
import type { PlacedMention } from "./placed-mention.ts";

/** More mentions than this are not sent with a question; those around the one pointed at decide. */
const mostSent = 4_000;

/** What the card of a mention is computed from. */
export function cardQuestion(
  session: Pick<ArticleSession, "mentions" | "articleDate">,
  target: PlacedMention,
  id: string,
): Payload<"page.describe"> {
  const all = session.mentions();
  const place = all.indexOf(target);
  const from = Math.max(0, Math.min(place - mostSent / 2, all.length - mostSent));
  return {
    id,
    articleDate: session.articleDate(),
    mentions: all
      .slice(from, from + mostSent)
      .map(({ mention: { block, sentence, id } }) => ({ block, sentence, id })),
    at: place - from,
    candidates: target.mention.candidates,
  };
}

/**
 * Asks for the card of a mention.
 *
 * @param id the entity itself, or another that an uncertain mention may mean.
 * @throws CallError
 */
export function describeMention(
  session: Pick<ArticleSession, "mentions" | "articleDate">,
  ask: Ask,
  target: PlacedMention,
  id = target.mention.id,
): Promise<CardModel | null> {
  return ask("page.describe", cardQuestion(session, target, id));
}
