import { i18n } from "#i18n";
import { entityKinds } from "../../core/dataset/schema.ts";
import type { PageEntity } from "../../messaging/protocol.ts";
import { KindGlyph } from "../components/kind-glyph.tsx";

interface NamedEntitiesProps {
  entities: PageEntity[];
  onJump(id: string): void;
}

/** Who and what the page names, by kind; each leads to its first mention. */
export function NamedEntities({ entities, onJump }: NamedEntitiesProps) {
  const groups = entityKinds
    .map((kind) => ({ kind, members: entities.filter((entity) => entity.kind === kind) }))
    .filter(({ members }) => members.length > 0);
  return (
    <div class="named">
      {groups.map(({ kind, members }) => (
        <section key={kind} class="named-group" aria-labelledby={`kind-${kind}`}>
          <KindGlyph kind={kind} />
          <div>
            <h2 id={`kind-${kind}`}>{i18n.t(`kinds.${kind}`)}</h2>
            <ul>
              {members.map((entity) => (
                <li key={entity.id}>
                  <EntityButton entity={entity} onJump={onJump} />
                </li>
              ))}
            </ul>
          </div>
        </section>
      ))}
    </div>
  );
}

function EntityButton({ entity, onJump }: { entity: PageEntity; onJump(id: string): void }) {
  const { id, name, count, uncertain } = entity;
  return (
    <button
      type="button"
      class="named-entity"
      data-uncertain={uncertain}
      title={uncertain ? i18n.t("popup.uncertain") : undefined}
      onClick={() => onJump(id)}
    >
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
    </button>
  );
}
