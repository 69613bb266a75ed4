import type { PolicyBrief } from "../../core/card/card-model.ts";

const drawings = {
  prohibits: <path d="M3 3l8 8" />,
  restricts: <path d="M7 1a6 6 0 0 1 0 12z" fill="currentColor" />,
  "case-by-case": <path d="M4 7h.01M7 7h.01M10 7h.01" stroke-linecap="round" stroke-width="2" />,
  permits: <path d="M4.2 7.2l2 2 3.6-4" />,
  "under-review": <path d="M7 3.6V7l2.2 1.6" />,
  none: null,
} as const;

/**
 * A sign beside the stance in words: shape, never colour alone. A dashed ring stands for what is not in effect: with two
 * bars in it for what is suspended, else with what the measure would do or did; empty for no record.
 */
export function StanceSign({ policy }: { policy: Pick<PolicyBrief, "stance" | "status"> | null }) {
  const pending = policy === null || ["ended", "suspended", "proposed"].includes(policy.status);
  return (
    <svg
      class="sign"
      width="14"
      height="14"
      viewBox="0 0 14 14"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      aria-hidden="true"
    >
      <circle cx="7" cy="7" r="6" stroke-dasharray={pending ? "2.2 2" : undefined} />
      {policy?.status === "suspended" ? <path d="M5.3 4.6v4.8M8.7 4.6v4.8" /> : null}
      {policy && policy.status !== "suspended" ? drawings[policy.stance] : null}
    </svg>
  );
}
