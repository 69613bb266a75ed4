import { i18n } from "#i18n";
import { entityKinds } from "../../core/dataset/schema.ts";
import { KindGlyph } from "../components/kind-glyph.tsx";

/** A short article, marked by the page script as any other, and what the marks stand for. */
export function SampleArticle() {
  return (
    <>
      <article class="sample">
        <p class="sample-kicker">{i18n.t("welcome.sample.kicker")}</p>
        <h2>{i18n.t("welcome.sample.headline")}</h2>
        <p>{i18n.t("welcome.sample.first")}</p>
        <p>{i18n.t("welcome.sample.second")}</p>
      </article>
      <aside aria-labelledby="welcome-marked">
        <h2 id="welcome-marked">{i18n.t("welcome.marked")}</h2>
        <ul class="welcome-kinds">
          {entityKinds.map((kind) => (
            <li key={kind}>
              <KindGlyph kind={kind} />
              {i18n.t(`kinds.${kind}`)}
            </li>
          ))}
        </ul>
      </aside>
    </>
  );
}
