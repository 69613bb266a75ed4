import { i18n } from "#i18n";
import { useApi } from "./api.ts";
import { Button } from "./components/button.tsx";
import { usePermission } from "./use-permission.ts";
import type { Sites } from "./use-sites.ts";

/** Says that the browser has not given access to the listed sites, and asks for it with one press. */
export function ListedAccess({ sites, onChanged }: { sites: Sites; onChanged(): void }) {
  const api = useApi();
  const [problem, settle] = usePermission(onChanged);
  if (sites.listedAllowed) return null;
  const allow = () => settle(api.requestOrigins(sites.listedOrigins), i18n.t("access.listedRefused"));
  return (
    <div class="state">
      <p class="state-title">{i18n.t("access.listedMissing")}</p>
      <p class="state-text">{i18n.t("access.listedMissingText")}</p>
      <div class="state-actions">
        <Button look="main" onClick={allow}>
          {i18n.t("access.allowListed")}
        </Button>
      </div>
      {problem ? (
        <p class="field-problem" role="alert">
          {problem}
        </p>
      ) : null}
    </div>
  );
}
