import { i18n } from "#i18n";
import type { PageSummary } from "../../messaging/protocol.ts";
import { useApi } from "../api.ts";
import { Button } from "../components/button.tsx";
import { problemWords } from "../problem-words.ts";
import { originsOfSite } from "../site-origins.ts";

interface AccessButtonsProps {
  page: PageSummary;
  /** Runs the page script in the tab. */
  onAnnotate(): Promise<void>;
  onProblem(problem: string | null): void;
}

/** This page once, or this site from now on. */
export function AccessButtons({ page, onAnnotate, onProblem }: AccessButtonsProps) {
  const api = useApi();
  const { host } = page;
  const always = () => {
    if (!host) return;
    onProblem(null);
    // Nothing may be awaited before: browsers ask only while the click is being handled.
    api.requestOrigins(originsOfSite(host)).then(
      (granted) => (granted ? onAnnotate() : onProblem(i18n.t("options.refused", [host]))),
      (cause) => onProblem(problemWords(cause)),
    );
  };
  return (
    <div class="popup-access">
      {page.state === "no-access" ? (
        <Button look="main" onClick={() => void onAnnotate()}>
          {i18n.t("popup.once")}
        </Button>
      ) : (
        <p class="dim">{i18n.t("popup.onlyOnce")}</p>
      )}
      {host ? <Button onClick={always}>{i18n.t("popup.always", [host])}</Button> : null}
    </div>
  );
}
