import { noVersion } from "../core/dataset/no-version.ts";
import type { InterfaceApi } from "./api.ts";

/** The version that an exported file names: `noVersion` where no dataset is loaded. */
export async function datasetVersion(api: Pick<InterfaceApi, "call">): Promise<string> {
  const state = await api.call("ui.dataset", {}).catch(() => null);
  return state?.info?.version ?? noVersion;
}
