import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { type NoteFormat, noteFormats } from "../../../core/notes/formats/index.ts";
import { type ImportPlan, importSteps } from "../../../core/notes/import/read-import.ts";

/** How notes are written to files and read from them, so that tests can hand in something else. */
export interface LibraryFiles {
  formats: readonly NoteFormat[];
  importSteps: typeof importSteps;
}

const FilesContext = createContext<LibraryFiles>({ formats: noteFormats, importSteps });

export const LibraryFilesProvider = FilesContext.Provider;

export function useLibraryFiles(): LibraryFiles {
  return useContext(FilesContext);
}

/** Under what a format's words stand: browsers take no hyphen in the names of strings. */
export const formatKeys = {
  backup: "backup",
  "web-annotation": "webAnnotation",
  csv: "csv",
  markdown: "markdown",
  "csl-json": "cslJson",
  ris: "ris",
  bibtex: "bibtex",
  hypothesis: "hypothesis",
} as const satisfies Record<NoteFormat["id"] | ImportPlan["format"], string>;
