import { i18n } from "#i18n";
import type { CardModel } from "../../core/card/card-model.ts";
import { EntityMark } from "./entity-mark.tsx";

/** Says that a match is uncertain, and lets the reader look at each of the entities that it may mean (R7). */
export function Candidates({ model, onChoose }: { model: CardModel; onChoose(id: string): void }) {
  const { entity, candidates } = model;
  // Whichever card is open keeps its place, so that the row does not move under the pointer.
  const all = candidates.some(({ id }) => id === entity.id) ? candidates : [entity, ...candidates];
  return (
    <section class="uncertain" aria-label={i18n.t("card.uncertain")}>
      <p>
        <b>{i18n.t("card.uncertain")}.</b> {all.length > 1 ? i18n.t("card.candidates") : null}
      </p>
      {all.length > 1 ? (
        <div class="candidates">
          {all.map((candidate) => (
            <button
              key={candidate.id}
              type="button"
              class="candidate"
              aria-pressed={candidate.id === entity.id}
              onClick={() => onChoose(candidate.id)}
            >
              <EntityMark entity={candidate} />
              <span>
                <bdi>{candidate.name}</bdi> <span class="dim">{i18n.t(`kind.${candidate.kind}`)}</span>
              </span>
            </button>
          ))}
        </div>
      ) : null}
    </section>
  );
}
