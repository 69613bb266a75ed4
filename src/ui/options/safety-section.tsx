import { useCallback } from "preact/hooks";
import { i18n } from "#i18n";
import { useApi } from "../api.ts";
import { NotLoaded } from "../not-loaded.tsx";
import { useLoaded } from "../use-loaded.ts";
import { SafetyBackups } from "./safety-backups.tsx";
import { SafetyCheck } from "./safety-check.tsx";
import { SafetyDeletion } from "./safety-deletion.tsx";
import { SafetySpace } from "./safety-space.tsx";

/** What keeps the notes safe: backups, the browser's word on its space; and how to be rid of them. */
export function SafetySection() {
  const api = useApi();
  const load = useCallback(async () => {
    const [state, { automaticBackup }, mayDownload] = await Promise.all([
      api.call("ui.backupState", {}),
      api.call("ui.settings", {}),
      api.mayDownload(),
    ]);
    return { state, automatic: automaticBackup && mayDownload, mayDownload };
  }, [api]);
  const [loaded, reload] = useLoaded(load);

  if (loaded.state !== "loaded")
    return <NotLoaded loaded={loaded} title={i18n.t("safety.notOpened")} onAgain={reload} />;
  return (
    <>
      <SafetyBackups {...loaded.value} onChanged={reload} />
      <SafetyCheck onChecked={reload} />
      <SafetySpace />
      <SafetyDeletion onDeleted={reload} />
    </>
  );
}
