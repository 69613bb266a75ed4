import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { useApi } from "../api.ts";
import { ChangesHint, ChangesSection } from "./changes-section.tsx";
import { ChoicesSection } from "./choices-section.tsx";
import { ClaimsSection } from "./claims-section.tsx";
import { DatasetSection } from "./dataset/dataset-section.tsx";
import { Library } from "./library/library.tsx";
import { ReadingSection } from "./reading-section.tsx";
import { SafetySection } from "./safety-section.tsx";
import { SitesSection } from "./sites-section.tsx";

const sections = ["notes", "changes", "choices", "sites", "reading", "safety", "dataset"] as const;
/** `claims` is of one article, which the popup names: without one there is nothing to go to. */
type Section = (typeof sections)[number] | "claims";

/**
 * The options page: one section at a time, named in the address (`options.html#sites`), and one note
 * (`options.html#notes/ID`); or the claims about the article in a tab (`options.html#claims/TAB`).
 */
export function OptionsPage() {
  const [place, setPlace] = useState(placeInAddress);
  const { section } = place;
  const { version } = useApi();
  useEffect(() => {
    const follow = () => setPlace(placeInAddress());
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, []);
  return (
    <div class="options" data-section={section}>
      <header class="options-side">
        <p class="options-name brand">{i18n.t("extension.name")}</p>
        <nav aria-label={i18n.t("options.sections")}>
          <ul>
            {sections.map((name) => (
              <li key={name}>
                <a href={`#${name}`} aria-current={name === section ? "page" : undefined}>
                  {i18n.t(`options.${name}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <p class="options-welcome">
          <a href="/welcome.html">{i18n.t("options.welcome")}</a>
        </p>
        <p class="options-about">
          {i18n.t("options.extension", [version])} <a href="/licences.txt">{i18n.t("options.licences")}</a>
        </p>
      </header>
      <main>
        <h1>{i18n.t(`options.${section}`)}</h1>
        {section === "changes" ? <ChangesSection /> : null}
        {section === "notes" ? <ChangesHint /> : null}
        {section === "notes" ? <Library wanted={place} /> : null}
        {section === "claims" ? <ClaimsSection key={place.item} tab={place.item} /> : null}
        {section === "choices" ? <ChoicesSection /> : null}
        {section === "sites" ? <SitesSection /> : null}
        {section === "reading" ? <ReadingSection /> : null}
        {section === "safety" ? <SafetySection /> : null}
        {section === "dataset" ? <DatasetSection /> : null}
      </main>
    </div>
  );
}

function placeInAddress(): { section: Section; item?: string } {
  const [named, item] = location.hash.slice(1).split("/");
  if (named === "claims") return { section: named, item };
  return { section: sections.find((section) => section === named) ?? "notes", item };
}
