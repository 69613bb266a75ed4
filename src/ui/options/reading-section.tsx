import { useCallback } from "preact/hooks";
import { i18n } from "#i18n";
import { hoverTimes } from "../../core/card/hover.ts";
import type { SettingsChange } from "../../core/settings.ts";
import { useApi } from "../api.ts";
import { MarksChoice } from "../components/marks-choice.tsx";
import { ProblemState } from "../components/problem-state.tsx";
import { NotLoaded } from "../not-loaded.tsx";
import { ShortcutList } from "../shortcut-list.tsx";
import { useAction } from "../use-action.ts";
import { useLoaded } from "../use-loaded.ts";
import { DelayField } from "./delay-field.tsx";

/** How much is marked, and when the card shows. Each change holds at once. */
export function ReadingSection() {
  const api = useApi();
  const load = useCallback(() => api.call("ui.settings", {}), [api]);
  const [loaded, reload] = useLoaded(load);
  const { problem, act } = useAction();

  const save = async (change: SettingsChange) => {
    await act(() => api.call("ui.saveSettings", change));
    await reload();
  };

  if (loaded.state !== "loaded")
    return <NotLoaded loaded={loaded} title={i18n.t("options.notLoaded")} onAgain={reload} />;
  const settings = loaded.value;
  return (
    <>
      {problem ? <ProblemState title={i18n.t("options.notChanged")} text={problem} /> : null}
      <MarksChoice settings={settings} save={save} />
      <section aria-labelledby="delay">
        <h2 id="delay">{i18n.t("options.delay")}</h2>
        <DelayField value={settings.delay} min={hoverTimes.intent} onChange={(delay) => save({ delay })} />
      </section>
      <section aria-labelledby="shortcuts">
        <h2 id="shortcuts">{i18n.t("shortcuts.title")}</h2>
        <ShortcutList />
      </section>
    </>
  );
}
