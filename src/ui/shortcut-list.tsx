import { useCallback, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { useApi } from "./api.ts";
import { Button } from "./components/button.tsx";
import { useLoaded } from "./use-loaded.ts";

/** The order in which they are worth knowing; browsers give them by name. */
const order = ["open-card", "next-mention", "previous-mention", "note-on-selection"];

/** The shortcuts as the browser has them now, and the way to change them. */
export function ShortcutList() {
  const api = useApi();
  const load = useCallback(() => api.shortcuts(), [api]);
  const [loaded] = useLoaded(load);
  const [failed, setFailed] = useState(false);

  if (loaded.state === "loading") return <div aria-busy="true" />;
  if (loaded.state === "failed") return <p class="dim">{loaded.problem}</p>;
  if (loaded.value.length === 0) return <p class="dim">{i18n.t("shortcuts.none")}</p>;
  const shortcuts = loaded.value.toSorted(
    (one, other) => order.indexOf(one.name) - order.indexOf(other.name),
  );
  const change = async () => setFailed(!(await api.openShortcutSettings()));
  return (
    <div class="shortcuts">
      <dl>
        {shortcuts.map(({ name, does, keys }) => (
          <div key={name}>
            <dt>{does}</dt>
            <dd>
              {keys ? <kbd>{readable(keys)}</kbd> : <span class="dim">{i18n.t("shortcuts.unset")}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <Button onClick={() => void change()}>{i18n.t("shortcuts.change")}</Button>
      </p>
      {failed ? (
        <p class="dim" role="alert">
          {i18n.t("shortcuts.byHand")}
        </p>
      ) : null}
    </div>
  );
}

/** Firefox writes `Period` for the key with a full stop on it. */
function readable(keys: string): string {
  return keys.replace(/\bPeriod$/, ".").replace(/\bComma$/, ",");
}
