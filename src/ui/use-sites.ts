import { useCallback } from "preact/hooks";
import { siteOfOrigin } from "../core/site-host.ts";
import type { SiteLists } from "../messaging/protocol.ts";
import { useApi } from "./api.ts";
import { originsOfSite } from "./site-origins.ts";
import { type Loaded, useLoaded } from "./use-loaded.ts";

export interface Sites extends SiteLists {
  /** Match patterns of all listed sites. */
  listedOrigins: string[];
  /** Whether the browser lets the extension read them: Firefox lets the reader refuse, all let it be taken back. */
  listedAllowed: boolean;
  /** The granted origins that cover every page; empty when all pages are not allowed. */
  everywhere: string[];
  /** The granted origins of single sites, by site. */
  added: Map<string, string[]>;
}

/** Where the extension may work, as the browser and the dataset say. */
export function useSites(): [Loaded<Sites>, () => Promise<void>] {
  const api = useApi();
  const load = useCallback(async () => {
    const lists = await api.call("ui.sites", {});
    const listedOrigins = lists.listed.flatMap(({ domain }) => originsOfSite(domain));
    const added = Map.groupBy(lists.granted, siteOfOrigin);
    const everywhere = added.get("*") ?? [];
    added.delete("*");
    return {
      ...lists,
      listedOrigins,
      listedAllowed: listedOrigins.length === 0 || (await api.hasOrigins(listedOrigins)),
      everywhere,
      added,
    };
  }, [api]);
  return useLoaded(load);
}
