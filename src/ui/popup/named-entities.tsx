import { i18n } from "#i18n";
import { type EntityKind, entityKinds } from "../../core/dataset/schema.ts";
import type { PageEntity } from "../../messaging/protocol.ts";
import { Button } from "../components/button.tsx";
import { KindGlyph } from "../components/kind-glyph.tsx";

interface NamedEntitiesProps {
  entities: PageEntity[];
  /** The kinds that are marked in the page; one can only jump to what is marked. */
  marked: EntityKind[];
  onJump(entity: PageEntity): void;
  /** Marks a kind that was switched off. */
  onMark(kind: EntityKind): void;
}

/** Who and what the page names, by kind; each press leads to the next mention. */
export function NamedEntities({ entities, marked, onJump, onMark }: NamedEntitiesProps) {
  const groups = entityKinds
    .map((kind) => ({ kind, members: entities.filter((entity) => entity.kind === kind) }))
    .filter(({ members }) => members.length > 0);
  return (
    <div class="named">
      {groups.map(({ kind, members }) => {
        const isMarked = marked.includes(kind);
        return (
          <section key={kind} class="named-group" aria-labelledby={`kind-${kind}`}>
            <KindGlyph kind={kind} />
            <div>
              <h2 id={`kind-${kind}`}>{i18n.t(`kinds.${kind}`)}</h2>
              {isMarked ? null : (
                <p class="named-off">
                  {i18n.t("popup.kindOff")}{" "}
                  <Button
                    look="quiet"
                    label={i18n.t("popup.markKind", [i18n.t(`kinds.${kind}`)])}
                    onClick={() => onMark(kind)}
                  >
                    {i18n.t("popup.mark")}
                  </Button>
                </p>
              )}
              <ul>
                {members.map((entity) => (
                  <li key={entity.id}>
                    {isMarked ? (
                      <button
                        type="button"
                        class="named-entity"
                        data-uncertain={entity.uncertain}
                        title={entity.uncertain ? i18n.t("popup.uncertain") : undefined}
                        onClick={() => onJump(entity)}
                      >
                        <EntityName entity={entity} />
                      </button>
                    ) : (
                      <span class="named-entity" data-uncertain={entity.uncertain}>
                        <EntityName entity={entity} />
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            </div>
          </section>
        );
      })}
    </div>
  );
}

function EntityName({ entity: { name, count, uncertain } }: { entity: PageEntity }) {
  return (
    <>
      {name}
      {uncertain ? (
        <>
          <span aria-hidden="true">?</span>
          <span class="unseen">({i18n.t("popup.uncertain")})</span>
        </>
      ) : null}
      <span class="named-count" aria-hidden="true">
        {count}
      </span>
      <span class="unseen">{i18n.t("popup.mentions", count)}</span>
    </>
  );
}
