import type { CardModel } from "../../core/card/card-model.ts";
import type { FoundMention } from "../../messaging/protocol.ts";
import type { CardPage } from "../card-port.ts";
import { describeMention } from "../describe-mention.ts";
import type { PlacedMention } from "../placed-mention.ts";
import { createCardMemory } from "./card-memory.ts";

/** What a card shows of a mention. */
export interface ShownMention {
  model: CardModel;
  mention: FoundMention;
  /** Which mention of how many, from 1. */
  position: { number: number; of: number };
}

const hour = 3_600_000;

/** What a card shows of a mention: asked for once, then kept until the page or its date changes. */
export function createShownMentions({ session, ask, first }: Pick<CardPage, "session" | "ask" | "first">) {
  const memory = createCardMemory<CardModel>(() => [
    session.mentions(),
    session.articleDate()?.day,
    // What holds "now" is another matter tomorrow.
    Math.floor(Date.now() / hour),
  ]);
  const describe = (target: PlacedMention, id: string) => describeMention(session, ask, target, id);
  const modelOf = (target: PlacedMention, id: string, asked = () => describe(target, id)) =>
    memory.get(`${target.key} ${id}`, asked);
  if (first) {
    const { target, model } = first;
    const { id } = target.mention;
    // It was asked for before the card was there, and the background may have been asleep.
    const asked = async () => (await model.catch(() => null)) ?? describe(target, id);
    modelOf(target, id, asked).catch(() => undefined);
  }

  return {
    /**
     * @param id the entity itself, or another that an uncertain mention may mean.
     * @throws CallError
     */
    async of(target: PlacedMention, id = target.mention.id): Promise<ShownMention | null> {
      const model = await modelOf(target, id);
      if (!model) return null;
      const drawn = session.drawn();
      const position = { number: drawn.indexOf(target) + 1, of: drawn.length };
      return { model, mention: target.mention, position };
    },
    forget: () => memory.forget(),
  };
}
