import { browser } from "../../src/platform/browser.ts";
import { databaseHandover, FileHandoverProvider } from "../../src/ui/options/file-handover.ts";
import { databaseSource, NotesSourceProvider } from "../../src/ui/options/notes-source.ts";
import { OptionsPage } from "../../src/ui/options/options-page.tsx";
import "../../src/ui/options/options.css";
import { showPage } from "../../src/ui/show-page.tsx";

const inPrivate = browser.extension.inIncognitoContext === true;
showPage(
  <NotesSourceProvider value={databaseSource(inPrivate)}>
    <FileHandoverProvider value={databaseHandover(inPrivate)}>
      <OptionsPage />
    </FileHandoverProvider>
  </NotesSourceProvider>,
  browser,
);
