import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { type NoteFormat, noteFormats } from "../../../core/notes/formats/index.ts";
import { importSteps } from "../../../core/notes/import/read-import.ts";

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
