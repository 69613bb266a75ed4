import { i18n } from "#i18n";
import { Button } from "./components/button.tsx";
import { ProblemState } from "./components/problem-state.tsx";
import type { Loaded } from "./use-loaded.ts";

/** In place of what is still being loaded, or could not be and may be tried again. */
export function NotLoaded({
  loaded,
  title,
  onAgain,
}: {
  loaded: Exclude<Loaded<unknown>, { state: "loaded" }>;
  title: string;
  onAgain: () => Promise<void>;
}) {
  if (loaded.state === "loading") return <div aria-busy="true" class="waiting" />;
  return (
    <ProblemState title={title} text={loaded.problem}>
      <Button onClick={() => void onAgain()}>{i18n.t("options.tryAgain")}</Button>
    </ProblemState>
  );
}
