import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { i18n } from "#i18n";
import { openDatasetsDatabase } from "../../storage/datasets-database.ts";
import { createHandedFiles, type HandedFiles } from "../../storage/handed-files.ts";

/** How a file that the reader chose comes to the background: through the database, as messages are too small for it. */
export type FileHandover = Pick<HandedFiles, "handOver">;

/** @param inPrivate whether this page is in a private window, which has a database of its own. */
export function databaseHandover(inPrivate: boolean): FileHandover {
  const { handOver } = createHandedFiles(openDatasetsDatabase);
  return {
    handOver: async (bytes) => {
      if (inPrivate) throw new Error(i18n.t("dataset.file.private"));
      return handOver(bytes);
    },
  };
}

const HandoverContext = createContext<FileHandover | null>(null);

export const FileHandoverProvider = HandoverContext.Provider;

/** @throws Error outside a FileHandoverProvider. */
export function useFileHandover(): FileHandover {
  const handover = useContext(HandoverContext);
  if (!handover) throw new Error("no FileHandoverProvider above this component");
  return handover;
}
