import type { ComponentChildren } from "preact";
import { i18n } from "#i18n";
import { problemWords } from "../../core/problem-words.ts";
import { siteOfOrigin } from "../../core/site-host.ts";
import type { PageSummary } from "../../messaging/protocol.ts";
import { useApi } from "../api.ts";
import { Button } from "../components/button.tsx";
import { allPages, originsOfSite } from "../site-origins.ts";

interface AccessLevelsProps {
  page: PageSummary;
  /** Runs the page script in the tab. */
  onAnnotate(): Promise<void>;
  /** Access was given or taken. */
  onChanged(said: string): Promise<void>;
  onProblem(problem: string | null): void;
}

/** The three levels of access (P2): this page once, this site, all news pages; what was given can be taken back. */
export function AccessLevels({ page, onAnnotate, onChanged, onProblem }: AccessLevelsProps) {
  const api = useApi();
  const { host, state } = page;
  const everywhere = i18n.t("popup.access.all");
  const forAll = page.granted.filter((origin) => siteOfOrigin(origin) === "*");
  const forSite = page.granted.filter((origin) => siteOfOrigin(origin) !== "*");

  // Nothing may be awaited before the browser is asked: it asks only while the click is being handled.
  const ask = (origins: string[], name: string) => {
    onProblem(null);
    api.requestOrigins(origins).then(
      async (given) => {
        if (!given) return onProblem(i18n.t("options.refused", [name]));
        await onChanged(i18n.t("popup.access.given", [name]));
        if (state === "no-access") await onAnnotate();
      },
      (cause) => onProblem(problemWords(cause)),
    );
  };
  const takeBack = (origins: string[], name: string) => {
    onProblem(null);
    api.removeOrigins(origins).then(
      (taken) =>
        taken ? onChanged(i18n.t("popup.access.taken", [name])) : onProblem(i18n.t("options.kept", [name])),
      (cause) => onProblem(problemWords(cause)),
    );
  };

  return (
    <ul class="levels" aria-label={i18n.t("popup.access.title")}>
      <Level name={i18n.t("popup.access.page")} text={i18n.t("popup.access.pageText")}>
        {state === "no-access" ? (
          <Button look="main" onClick={() => void onAnnotate()}>
            {i18n.t("popup.once")}
          </Button>
        ) : page.access === "once" ? (
          <Holds />
        ) : null}
      </Level>
      {host ? (
        <Level name={i18n.t("popup.access.site")} text={i18n.t("popup.access.siteText", [host])}>
          {page.access === "listed" ? (
            <p class="level-holds">{i18n.t("popup.access.listed")}</p>
          ) : (
            <GiveOrTake
              name={host}
              given={forSite}
              give={i18n.t("popup.always", [host])}
              onGive={() => ask(originsOfSite(host), host)}
              onTake={() => takeBack(forSite, host)}
            />
          )}
        </Level>
      ) : null}
      <Level name={everywhere} text={i18n.t("popup.access.allText")}>
        <GiveOrTake
          name={everywhere}
          given={forAll}
          give={i18n.t("popup.access.allow")}
          onGive={() => ask([allPages], everywhere)}
          onTake={() => takeBack(forAll, everywhere)}
        />
      </Level>
    </ul>
  );
}

/** Which of the three holds now, in a few words. */
export function accessWords({ access, granted }: PageSummary): string {
  if (access === "listed") return i18n.t("popup.access.nowListed");
  if (access === "once") return i18n.t("popup.access.nowOnce");
  if (access === "none") return i18n.t("popup.access.nowNone");
  return granted.some((origin) => siteOfOrigin(origin) === "*")
    ? i18n.t("popup.access.nowAll")
    : i18n.t("popup.access.nowSite");
}

function Level({ name, text, children }: { name: string; text: string; children: ComponentChildren }) {
  return (
    <li class="level">
      <p class="level-name">{name}</p>
      <p class="dim">{text}</p>
      {children}
    </li>
  );
}

function Holds() {
  return <p class="level-holds">{i18n.t("popup.access.holds")}</p>;
}

interface GiveOrTakeProps {
  /** What the access is to. */
  name: string;
  /** Origins that the reader gave. */
  given: string[];
  /** The button's words before. */
  give: string;
  onGive(): void;
  onTake(): void;
}

/** One button for both ways, which keeps the focus when it changes from one to the other. */
function GiveOrTake({ name, given, give, onGive, onTake }: GiveOrTakeProps) {
  const holds = given.length > 0;
  return (
    <div class="level-given">
      {holds ? <Holds /> : null}
      <Button
        label={holds ? i18n.t("popup.access.takeBackFrom", [name]) : undefined}
        onClick={holds ? onTake : onGive}
      >
        {holds ? i18n.t("popup.access.takeBack") : give}
      </Button>
    </div>
  );
}
