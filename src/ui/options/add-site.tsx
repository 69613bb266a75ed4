import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { problemWords } from "../../core/problem-words.ts";
import { useApi } from "../api.ts";
import { Button } from "../components/button.tsx";
import { Field } from "../components/field.tsx";
import { originsOfSite, parseSite } from "../site-origins.ts";

/** Asks the browser for access to one more site. */
export function AddSite({ onAdded }: { onAdded(): void }) {
  const api = useApi();
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string | null>(null);

  const add = (event: Event) => {
    event.preventDefault();
    const host = parseSite(typed);
    if (!host) return setProblem(i18n.t("options.noSite"));
    setProblem(null);
    // Nothing may be awaited before: browsers ask only while the click is being handled.
    api.requestOrigins(originsOfSite(host)).then(
      (granted) => {
        if (!granted) return setProblem(i18n.t("options.refused", [host]));
        setTyped("");
        onAdded();
      },
      (cause) => setProblem(problemWords(cause)),
    );
  };
  return (
    <form class="add-site" onSubmit={add}>
      <Field
        label={i18n.t("options.site")}
        value={typed}
        onInput={setTyped}
        placeholder={i18n.t("options.siteExample")}
        hint={i18n.t("options.siteHint")}
        problem={problem}
      />
      <Button type="submit">{i18n.t("options.add")}</Button>
    </form>
  );
}
