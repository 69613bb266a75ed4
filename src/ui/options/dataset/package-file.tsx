import { i18n } from "#i18n";
import { maxPackageBytes } from "../../../core/package/manifest.ts";
import { sizeWords } from "../../components/size-words.ts";
import { ChooseFile } from "../choose-file.tsx";
import { useFileHandover } from "../file-handover.ts";
import type { DatasetWork, WorkPlace } from "./use-dataset-work.ts";

interface PackageFileProps {
  work: DatasetWork;
  place: WorkPlace;
  text: string;
  name: string;
  /** What stands over the problem when it fails. */
  failed: string;
  /** @param file id under which the background finds it. @returns what to say when it is installed. */
  install(file: string): Promise<string>;
}

/** Installs from a file, which the background checks as it checks a download. */
export function PackageFile({ work, place, text, name, failed, install }: PackageFileProps) {
  const handover = useFileHandover();
  const take = (file: File) =>
    work.run(place, failed, async () => {
      // Not even read: it might be of any size.
      if (file.size > maxPackageBytes)
        throw new Error(i18n.t("dataset.file.tooLarge", [file.name, sizeWords(maxPackageBytes)]));
      return install(await handover.handOver(new Uint8Array(await file.arrayBuffer())));
    });
  return (
    <ChooseFile
      text={text}
      name={name}
      accept=".json,application/json"
      look="plain"
      disabled={work.progress !== null}
      onFile={(file) => void take(file)}
    />
  );
}
