import { useEffect, useRef } from "preact/hooks";
import { i18n } from "#i18n";
import { useApi } from "./api.ts";
import { Button } from "./components/button.tsx";
import { allPages } from "./site-origins.ts";
import { usePermission } from "./use-permission.ts";
import type { Sites } from "./use-sites.ts";

/** Access to all pages: what it means, asking for it, and taking it back. */
export function AllPages({ sites, onChanged }: { sites: Sites; onChanged(): void }) {
  const api = useApi();
  const [problem, settle] = usePermission(onChanged);
  const allowed = sites.everywhere.length > 0;
  const button = useRef<HTMLButtonElement>(null);
  const was = useRef(allowed);
  useEffect(() => {
    // The button that was pressed is gone; the one in its place takes the focus.
    if (was.current !== allowed) button.current?.focus();
    was.current = allowed;
  }, [allowed]);

  return (
    <div class="all-pages">
      <p class="dim">{i18n.t(allowed ? "access.allAllowedText" : "access.allText")}</p>
      {allowed ? (
        <p>
          <Button
            key="back"
            buttonRef={button}
            onClick={() => settle(api.removeOrigins(sites.everywhere), i18n.t("access.allKept"))}
          >
            {i18n.t("access.takeBackAll")}
          </Button>
        </p>
      ) : (
        <p>
          {/* Nothing may be awaited before asking: browsers ask only while the click is being handled. */}
          <Button
            key="allow"
            buttonRef={button}
            onClick={() => settle(api.requestOrigins([allPages]), i18n.t("access.allRefused"))}
          >
            {i18n.t("access.allowAll")}
          </Button>
        </p>
      )}
      {problem ? (
        <p class="field-problem" role="alert">
          {problem}
        </p>
      ) : null}
    </div>
  );
}
