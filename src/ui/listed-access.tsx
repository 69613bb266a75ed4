import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { useApi } from "./api.ts";
import { Button } from "./components/button.tsx";
import { problemWords } from "./problem-words.ts";
import type { Sites } from "./use-sites.ts";

/** Says that the browser has not given access to the listed sites, and asks for it with one press. */
export function ListedAccess({ sites, onChanged }: { sites: Sites; onChanged(): void }) {
  const api = useApi();
  const [problem, setProblem] = useState<string | null>(null);
  if (sites.listedAllowed) return null;
  const allow = () => {
    setProblem(null);
    // Nothing may be awaited before: browsers ask only while the click is being handled.
    api.requestOrigins(sites.listedOrigins).then(
      (granted) => (granted ? onChanged() : setProblem(i18n.t("access.listedRefused"))),
      (cause) => setProblem(problemWords(cause)),
    );
  };
  return (
    <div class="state">
      <p class="state-title">{i18n.t("access.listedMissing")}</p>
      <p class="state-text">{i18n.t("access.listedMissingText")}</p>
      <div class="state-actions">
        <Button look="main" onClick={allow}>
          {i18n.t("access.allowListed")}
        </Button>
      </div>
      {problem ? (
        <p class="field-problem" role="alert">
          {problem}
        </p>
      ) : null}
    </div>
  );
}
