import { i18n } from "#i18n";
import { AllPages } from "../all-pages.tsx";
import { ListedAccess } from "../listed-access.tsx";
import { NotLoaded } from "../not-loaded.tsx";
import { AddSite } from "../options/add-site.tsx";
import { useSites } from "../use-sites.ts";

/** Where names are marked: on the listed sites, on some more, or on all news pages. */
export function ChooseSites() {
  const [loaded, reload] = useSites();
  if (loaded.state !== "loaded")
    return <NotLoaded loaded={loaded} title={i18n.t("options.notLoaded")} onAgain={reload} />;
  const sites = loaded.value;
  const { listed, added } = sites;
  const changed = () => void reload();
  return (
    // An aside, since the page script reads the page as an article: names of newspapers are not to be marked.
    <aside class="choose" aria-labelledby="welcome-choose">
      <h2 id="welcome-choose">{i18n.t("welcome.choose")}</h2>
      <section aria-labelledby="welcome-listed">
        <h3 id="welcome-listed">{i18n.t("welcome.listed", listed.length)}</h3>
        <p class="dim">{i18n.t("welcome.listedText")}</p>
        <ListedAccess sites={sites} onChanged={changed} />
        {listed.length > 0 ? (
          <details>
            <summary>{i18n.t("welcome.showListed")}</summary>
            {/* A list that scrolls must be reached by keyboard. */}
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above. */}
            <section class="listed-window" aria-label={i18n.t("welcome.showListed")} tabIndex={0}>
              <ul class="listed">
                {listed.map(({ domain, name }) => (
                  <li key={domain}>
                    <span dir="auto">{name}</span> <span class="dim">{domain}</span>
                  </li>
                ))}
              </ul>
            </section>
          </details>
        ) : (
          <p class="dim">{i18n.t("options.noList")}</p>
        )}
      </section>
      <section aria-labelledby="welcome-some">
        <h3 id="welcome-some">{i18n.t("welcome.some")}</h3>
        <AddSite onAdded={changed} />
        {added.size > 0 ? (
          <p role="status">{i18n.t("welcome.added", [[...added.keys()].join(", ")])}</p>
        ) : null}
      </section>
      <section aria-labelledby="welcome-all">
        <h3 id="welcome-all">{i18n.t("access.all")}</h3>
        <AllPages sites={sites} onChanged={changed} />
      </section>
    </aside>
  );
}
