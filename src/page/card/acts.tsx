import { i18n } from "#i18n";
import type { ActsView, CardModel } from "../../core/card/card-model.ts";
import { Citations } from "../../ui/components/citations.tsx";
import { Facts } from "../../ui/components/facts.tsx";
import { PackMark } from "../../ui/components/pack-mark.tsx";
import { StanceSign } from "../../ui/components/stance-sign.tsx";
import { NoRecord } from "./no-record.tsx";
import { headline, standing } from "./words.ts";

interface ActsProps extends Pick<CardModel, "sources" | "pack"> {
  acts: ActsView;
  name: string;
}

/** What a place has decided, or which measures name a company, where this page names no partner of it. */
export function Acts({ acts, name, sources, pack }: ActsProps) {
  const title = acts.by === "issuer" ? i18n.t("card.actsBy") : i18n.t("card.actsOn", [name]);
  return (
    <section class="pair acts" aria-label={title}>
      <h3>{title}</h3>
      {acts.list.length === 0 ? (
        <div class="column">
          <NoRecord />
        </div>
      ) : (
        <ul>
          {acts.list.map((act) => (
            <li key={act.measure}>
              <StanceSign policy={act} />
              <div>
                <b>{act.title}</b>
                <Citations numbers={act.sources} sources={sources} />
                <span class="by-line dim">
                  <Facts
                    facts={[act.issuer, headline(act), standing(act), act.later && i18n.t("card.later")]}
                  />
                </span>
                <PackMark pack={pack} record={act.measure} />
              </div>
            </li>
          ))}
        </ul>
      )}
      {acts.more > 0 ? <p class="known dim">{i18n.t("card.moreActs", acts.more)}</p> : null}
    </section>
  );
}
