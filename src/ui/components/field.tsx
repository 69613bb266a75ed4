import { useCallback, useId } from "preact/hooks";

interface FieldProps {
  label: string;
  value: string;
  onInput(value: string): void;
  type?: "text" | "search";
  /** Several lines. */
  rows?: number;
  placeholder?: string;
  hint?: string;
  /** What is wrong with the value. */
  problem?: string | null;
  /** Ids of what else is read out with it. */
  describedBy?: string;
  maxLength?: number;
  /** The label is only said, not shown: what the field is for must be plain without it. */
  quietLabel?: boolean;
  /** Takes the focus when it appears. */
  focused?: boolean;
}

/** A labelled field for text, with a hint below it and what is wrong in its place. */
export function Field({
  label,
  value,
  onInput,
  type = "text",
  rows,
  placeholder,
  hint,
  problem,
  describedBy,
  maxLength,
  quietLabel,
  focused,
}: FieldProps) {
  const id = useId();
  const take = useCallback(
    (control: HTMLElement | null) => {
      if (focused) control?.focus();
    },
    [focused],
  );
  const { "aria-describedby": below, ...state } = describedBelow({ id, problem, hint });
  const shared = {
    id,
    value,
    placeholder,
    maxLength,
    ...state,
    "aria-describedby": [describedBy, below].filter(Boolean).join(" ") || undefined,
    ref: take,
  };
  return (
    <div class="field">
      <label for={id} class={quietLabel ? "unseen" : undefined}>
        {label}
      </label>
      {rows ? (
        <textarea {...shared} rows={rows} onInput={(event) => onInput(event.currentTarget.value)} />
      ) : (
        <input
          {...shared}
          {...(type === "search" ? ({ type: "search" } as const) : ({ type: "text" } as const))}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
      <FieldBelow id={id} problem={problem} hint={hint} />
    </div>
  );
}

interface Below {
  /** Of the field. */
  id: string;
  problem?: string | null;
  hint?: string;
}

/** What a field must have so that `FieldBelow` is read out with it. */
export function describedBelow({ id, problem, hint }: Below) {
  return {
    "aria-invalid": problem ? true : undefined,
    "aria-describedby": (problem ?? hint) ? `${id}-below` : undefined,
  };
}

/** Below a field: what is wrong with its value, else the hint. */
export function FieldBelow({ id, problem, hint }: Below) {
  const below = problem ?? hint;
  if (!below) return null;
  return (
    <p
      id={`${id}-below`}
      class={problem ? "field-problem" : "field-hint"}
      role={problem ? "alert" : undefined}
    >
      {below}
    </p>
  );
}
