import type { CardModel } from "../core/card/card-model.ts";
import type { ArticleSession } from "./article-session.ts";
import { askBackground } from "./ask-background.ts";
import { createCardMemory } from "./card-memory.ts";
import type { ShownMention } from "./card-port.ts";
import type { PlacedMention } from "./placed-mention.ts";

/** More mentions than this are not sent with a question; those around the one pointed at decide. */
const mostSent = 4_000;

const hour = 3_600_000;

/** What a card shows of a mention: asked for once, then kept until the page or its date changes. */
export function createShownMentions(session: ArticleSession) {
  const memory = createCardMemory<CardModel>(() => [
    session.mentions(),
    session.articleDate()?.day,
    // What holds "now" is another matter tomorrow.
    Math.floor(Date.now() / hour),
  ]);

  const ask = (target: PlacedMention, id: string) => {
    const all = session.mentions();
    const place = all.indexOf(target);
    const from = Math.max(0, Math.min(place - mostSent / 2, all.length - mostSent));
    return askBackground("page.describe", {
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
    /**
     * @param id the entity itself, or another that an uncertain mention may mean.
     * @throws CallError
     */
    async of(target: PlacedMention, id = target.mention.id): Promise<ShownMention | null> {
      const key = `${target.key} ${id}`;
      const model = memory.get(key) ?? (await ask(target, id));
      if (!model) return null;
      memory.keep(key, model);
      const drawn = session.drawn();
      const position = { number: drawn.indexOf(target) + 1, of: drawn.length };
      return { model, mention: target.mention, position };
    },
    forget: () => memory.forget(),
  };
}
