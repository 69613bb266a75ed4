import { i18n } from "#i18n";
import type { CardModel } from "../../core/card/card-model.ts";
import { PackHead } from "../../ui/components/pack-mark.tsx";
import type { CardEvents } from "./card-face.ts";
import { EntityMark } from "./entity-mark.tsx";
import type { ShownMention } from "./shown-mentions.ts";
import { HeadTools } from "./tool.tsx";

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
  const { entity, does, home, pack } = model;
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
      <PackHead pack={pack} record={entity.id} />
      <HeadTools onStep={onStep} onClose={onClose}>
        <span class="dim">{i18n.t("card.position", [String(position.number), String(position.of)])}</span>
      </HeadTools>
    </header>
  );
}
