import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { DatasetSection } from "./dataset-section.tsx";
import { NotesSection } from "./notes-section.tsx";
import { ReadingSection } from "./reading-section.tsx";
import { SitesSection } from "./sites-section.tsx";

const sections = ["notes", "sites", "reading", "dataset"] as const;
type Section = (typeof sections)[number];

/** The options page: one section at a time, named in the address (`options.html#sites`). */
export function OptionsPage() {
  const [section, setSection] = useState(sectionInAddress);
  useEffect(() => {
    const follow = () => setSection(sectionInAddress());
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, []);
  return (
    <div class="options">
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
      </header>
      <main>
        <h1>{i18n.t(`options.${section}`)}</h1>
        {section === "notes" ? <NotesSection /> : null}
        {section === "sites" ? <SitesSection /> : null}
        {section === "reading" ? <ReadingSection /> : null}
        {section === "dataset" ? <DatasetSection /> : null}
      </main>
    </div>
  );
}

function sectionInAddress(): Section {
  const named = location.hash.slice(1);
  return sections.find((section) => section === named) ?? "notes";
}
