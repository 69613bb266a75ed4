import type { CardModel } from "../core/card/card-model.ts";
import type { FoundMention } from "../messaging/protocol.ts";
import type { ArticleSession } from "./article-session.ts";
import type { Ask } from "./ask-background.ts";
import { createCardMemory } from "./card-memory.ts";
import type { PlacedMention } from "./placed-mention.ts";

/** What a card shows of a mention. */
export interface ShownMention {
  model: CardModel;
  mention: FoundMention;
  /** Which mention of how many, from 1. */
  position: { number: number; of: number };
}

/** What cards show: asked for once, then kept until the page or its date changes. */
export interface ShownMentions {
  /**
   * @param id the entity itself, or another that an uncertain mention may mean.
   * @throws CallError
   */
  of(target: PlacedMention, id?: string): Promise<ShownMention | null>;
  /** What is kept may say too little now. */
  forget(): void;
}

/** More mentions than this are not sent with a question; those around the one pointed at decide. */
const mostSent = 4_000;

const hour = 3_600_000;

export function createShownMentions(session: ArticleSession, ask: Ask): ShownMentions {
  const memory = createCardMemory<CardModel>(() => [
    session.mentions(),
    session.articleDate()?.day,
    // What holds "now" is another matter tomorrow.
    Math.floor(Date.now() / hour),
  ]);

  const describe = (target: PlacedMention, id: string) => {
    const all = session.mentions();
    const place = all.indexOf(target);
    const from = Math.max(0, Math.min(place - mostSent / 2, all.length - mostSent));
    return ask("page.describe", {
      id,
      articleDate: session.articleDate(),
      mentions: all
        .slice(from, from + mostSent)
        .map(({ mention: { block, sentence, id } }) => ({ block, sentence, id })),
      at: place - from,
      candidates: target.mention.candidates,
    });
  };

  return {
    async of(target, id = target.mention.id) {
      const model = await memory.get(`${target.key} ${id}`, () => describe(target, id));
      if (!model) return null;
      const drawn = session.drawn();
      const position = { number: drawn.indexOf(target) + 1, of: drawn.length };
      return { model, mention: target.mention, position };
    },
    forget: () => memory.forget(),
  };
}
