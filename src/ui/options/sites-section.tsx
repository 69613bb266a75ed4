import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { AllPages } from "../all-pages.tsx";
import { useApi } from "../api.ts";
import { Button } from "../components/button.tsx";
import { ProblemState } from "../components/problem-state.tsx";
import { ListedAccess } from "../listed-access.tsx";
import { NotLoaded } from "../not-loaded.tsx";
import { useAction } from "../use-action.ts";
import { useSites } from "../use-sites.ts";
import { AddSite } from "./add-site.tsx";
import { ListedSites } from "./listed-sites.tsx";

/** Where marks are drawn: the listed news sites, those that the reader added, and those switched off. */
export function SitesSection() {
  const api = useApi();
  const [loaded, reload] = useSites();

  const [said, setSaid] = useState("");
  const { problem, act } = useAction({ before: () => setSaid(""), after: reload });
  const addedPart = useRef<HTMLElement>(null);
  const offPart = useRef<HTMLElement>(null);
  /** The part in which something was pressed. */
  const pressed = useRef<HTMLElement | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with other lists the row of what was pressed may be gone.
  useLayoutEffect(() => {
    if (!pressed.current || document.activeElement !== document.body) return;
    (pressed.current.querySelector<HTMLElement>("li button") ?? pressed.current).focus();
    pressed.current = null;
  }, [loaded]);
  const takeOut = (part: HTMLElement | null, words: string, work: () => Promise<unknown>) => {
    pressed.current = part;
    void act(async () => {
      await work();
      setSaid(words);
    });
  };

  if (loaded.state !== "loaded")
    return <NotLoaded loaded={loaded} title={i18n.t("options.notLoaded")} onAgain={reload} />;
  const sites = loaded.value;
  const { off, listed, added } = sites;
  return (
    <>
      <p class="unseen" role="status">
        {said}
      </p>
      {problem ? <ProblemState title={i18n.t("options.notChanged")} text={problem} /> : null}
      <ListedAccess sites={sites} onChanged={() => void reload()} />
      <section aria-labelledby="all-pages">
        <h2 id="all-pages">{i18n.t("access.all")}</h2>
        <AllPages sites={sites} onChanged={() => void reload()} />
      </section>
      <section aria-labelledby="added" tabIndex={-1} ref={addedPart}>
        <h2 id="added">{i18n.t("options.added")}</h2>
        <AddSite onAdded={() => void reload()} />
        {added.size > 0 ? (
          <ul class="framed">
            {[...added].map(([site, origins]) => (
              <li key={site}>
                <span>{site}</span>
                <Button
                  look="quiet"
                  label={i18n.t("options.removeSite", [site])}
                  onClick={() =>
                    takeOut(addedPart.current, i18n.t("popup.access.taken", [site]), async () => {
                      if (!(await api.removeOrigins(origins)))
                        throw new Error(i18n.t("options.kept", [site]));
                    })
                  }
                >
                  {i18n.t("options.remove")}
                </Button>
              </li>
            ))}
          </ul>
        ) : null}
      </section>
      <section aria-labelledby="off" tabIndex={-1} ref={offPart}>
        <h2 id="off">{i18n.t("options.off")}</h2>
        {off.length === 0 ? <p class="dim">{i18n.t("options.noneOff")}</p> : null}
        {off.length > 0 ? (
          <ul class="framed">
            {off.map((host) => (
              <li key={host}>
                <span>{host}</span>
                <Button
                  look="quiet"
                  label={i18n.t("options.switchOnSite", [host])}
                  onClick={() =>
                    takeOut(offPart.current, i18n.t("options.switchedOn", [host]), () =>
                      api.call("ui.siteSwitch", { host, on: true }),
                    )
                  }
                >
                  {i18n.t("options.switchOn")}
                </Button>
              </li>
            ))}
          </ul>
        ) : null}
      </section>
      <ListedSites sites={listed} />
    </>
  );
}
