import { browser } from "../../src/platform/browser.ts";
import { databaseSource, NotesSourceProvider } from "../../src/ui/options/notes-source.ts";
import { OptionsPage } from "../../src/ui/options/options-page.tsx";
import "../../src/ui/options/options.css";
import { showPage } from "../../src/ui/show-page.tsx";

const notes = databaseSource(browser.extension.inIncognitoContext === true);
showPage(
  <NotesSourceProvider value={notes}>
    <OptionsPage />
  </NotesSourceProvider>,
  browser,
);
