import { i18n } from "#i18n";
import { useApi } from "../api.ts";
import { Button } from "../components/button.tsx";
import { ShortcutList } from "../shortcut-list.tsx";
import { useAction } from "../use-action.ts";
import { ChooseSites } from "./choose-sites.tsx";
import { DataFacts } from "./data-facts.tsx";
import { SampleArticle } from "./sample-article.tsx";

/** The entity whose card the sample's button opens; the sample names it. */
const shownEntity = "huawei";

/** The first page that a reader sees, once: what is marked, what is known, that nothing is sent, and where it works. */
export function WelcomePage() {
  const api = useApi();
  const { problem, setProblem, act } = useAction();
  const openCard = () =>
    act(async () => {
      const tabId = await api.tabId();
      const jumped = tabId !== undefined && (await api.call("ui.jump", { tabId, id: shownEntity }));
      if (!jumped) setProblem(i18n.t("welcome.noCard"));
    });
  return (
    <div class="welcome">
      <header>
        <h1 class="brand">{i18n.t("extension.name")}</h1>
        <p>{i18n.t("welcome.lead")}</p>
      </header>
      <main>
        <div class="welcome-part">
          <SampleArticle />
          <div class="welcome-try">
            <Button look="main" onClick={() => void openCard()}>
              {i18n.t("welcome.openCard")}
            </Button>
            {problem ? (
              <p class="field-problem" role="alert">
                {problem}
              </p>
            ) : null}
          </div>
          <aside aria-labelledby="welcome-open">
            <h2 id="welcome-open">{i18n.t("welcome.open")}</h2>
            <div class="welcome-ways">
              <ul>
                <li>{i18n.t("welcome.byPointer")}</li>
                <li>{i18n.t("welcome.byTouch")}</li>
                <li>{i18n.t("welcome.byKeyboard")}</li>
              </ul>
              <ShortcutList />
            </div>
          </aside>
        </div>
        <div class="welcome-part">
          <ChooseSites />
          <DataFacts />
        </div>
      </main>
      <footer>
        <p>
          {i18n.t("welcome.later")} <a href="/options.html#sites">{i18n.t("welcome.options")}</a>
        </p>
      </footer>
    </div>
  );
}
