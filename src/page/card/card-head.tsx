import { i18n } from "#i18n";
import type { CardModel } from "../../core/card/card-model.ts";
import type { CardEvents } from "./card-face.ts";
import { EntityMark } from "./entity-mark.tsx";
import type { ShownMention } from "./shown-mentions.ts";
import { Tool } from "./tool.tsx";

interface CardHeadProps {
  model: CardModel;
  position: ShownMention["position"];
  /** Id for the heading. */
  nameId: string;
  onStep: CardEvents["stepped"];
  onClose(): void;
}

/** Name, kind and home of the entity, and the way to the next mention. */
export function CardHead({ model, position, nameId, onStep, onClose }: CardHeadProps) {
  const { entity, does, home } = model;
  const kind = i18n.t(`kind.${entity.kind}`);
  // "Network equipment vendor" says it already.
  const sayKind = !does.toLowerCase().includes(kind.toLowerCase());
  return (
    <header class="head">
      <EntityMark entity={entity} />
      <h2 id={nameId}>
        <bdi>{entity.name}</bdi>
      </h2>
      <div class="subtitle dim">
        {sayKind ? <span class={does ? "kind" : undefined}>{kind}</span> : null}
        {does ? <span>{does}</span> : null}
        {home ? (
          <span>
            {home.code ? (
              <span class="code-badge" aria-hidden="true">
                {home.code}
              </span>
            ) : null}
            {home.name}
          </span>
        ) : null}
      </div>
      <div class="tools">
        <Tool label={i18n.t("card.previousMention")} sign="M7.5 2.5L4 6l3.5 3.5" act={() => onStep(-1)} />
        <span class="dim">{i18n.t("card.position", [String(position.number), String(position.of)])}</span>
        <Tool label={i18n.t("card.nextMention")} sign="M4.5 2.5L8 6 4.5 9.5" act={() => onStep(1)} />
        <Tool label={i18n.t("card.close")} sign="M3 3l6 6M9 3l-6 6" act={onClose} />
      </div>
    </header>
  );
}
