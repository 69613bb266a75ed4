import { i18n } from "#i18n";
import { entityKinds } from "../../core/dataset/schema.ts";
import { densities, type Settings, type SettingsChange } from "../../core/settings.ts";
import { KindGlyph } from "./kind-glyph.tsx";
import { Switch } from "./switch.tsx";

interface MarksChoiceProps {
  settings: Pick<Settings, "density" | "kinds">;
  /** Each change holds at once. */
  save(change: SettingsChange): Promise<void>;
}

/** How much is marked, and which kinds (R21). */
export function MarksChoice({ settings: { density, kinds }, save }: MarksChoiceProps) {
  return (
    <>
      <fieldset>
        <legend>{i18n.t("options.density.title")}</legend>
        {densities.map((one) => (
          <label key={one} class="choice">
            <input
              type="radio"
              name="density"
              checked={density === one}
              onChange={() => void save({ density: one })}
            />
            {i18n.t(`options.density.${one}`)}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{i18n.t("options.kinds")}</legend>
        {entityKinds.map((kind) => (
          <Switch
            key={kind}
            on={kinds.includes(kind)}
            onChange={(on) =>
              void save({
                kinds: entityKinds.filter((other) => (other === kind ? on : kinds.includes(other))),
              })
            }
          >
            <KindGlyph kind={kind} />
            {i18n.t(`kinds.${kind}`)}
          </Switch>
        ))}
      </fieldset>
    </>
  );
}
