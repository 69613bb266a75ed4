import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { SiteLists } from "../../messaging/protocol.ts";
import { Field } from "../components/field.tsx";

/** The news sites that are marked from the start. */
export function ListedSites({ sites }: { sites: SiteLists["listed"] }) {
  const [query, setQuery] = useState("");
  const wanted = query.trim().toLowerCase();
  const found = sites.filter(({ domain, name, country }) =>
    [domain, name, country].some((text) => text.toLowerCase().includes(wanted)),
  );
  return (
    <section aria-labelledby="listed">
      <h2 id="listed">{i18n.t("options.listed")}</h2>
      <p class="dim">{i18n.t("options.listedText")}</p>
      {sites.length === 0 ? (
        <p class="dim">{i18n.t("options.noList")}</p>
      ) : (
        <>
          <Field
            label={i18n.t("options.findSite", [String(sites.length)])}
            placeholder={i18n.t("options.findSite", [String(sites.length)])}
            quietLabel
            type="search"
            value={query}
            onInput={setQuery}
          />
          {found.length === 0 ? <p class="dim">{i18n.t("options.notListed")}</p> : null}
          <ul class="listed">
            {found.map(({ domain, name, country }) => (
              <li key={domain}>
                <span>{name}</span> <span class="dim">{domain}</span>{" "}
                <span class="listed-country dim">{country}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
