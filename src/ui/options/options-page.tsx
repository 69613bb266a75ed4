import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { ChoicesSection } from "./choices-section.tsx";
import { DatasetSection } from "./dataset-section.tsx";
import { Library } from "./library/library.tsx";
import { ReadingSection } from "./reading-section.tsx";
import { SafetySection } from "./safety-section.tsx";
import { SitesSection } from "./sites-section.tsx";

const sections = ["notes", "choices", "sites", "reading", "safety", "dataset"] as const;
type Section = (typeof sections)[number];

/**
 * The options page: one section at a time, named in the address (`options.html#sites`), and one note
 * (`options.html#notes/ID`).
 */
export function OptionsPage() {
  const [place, setPlace] = useState(placeInAddress);
  const { section } = place;
  useEffect(() => {
    const follow = () => setPlace(placeInAddress());
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, []);
  return (
    <div class="options" data-section={section}>
      <header class="options-side">
        <p class="options-name">{i18n.t("extension.name")}</p>
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
      </header>
      <main>
        <h1>{i18n.t(`options.${section}`)}</h1>
        {section === "notes" ? <Library wanted={place} /> : null}
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
  return { section: sections.find((section) => section === named) ?? "notes", item };
}
