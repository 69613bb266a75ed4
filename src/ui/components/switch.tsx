import type { ComponentChildren } from "preact";

interface SwitchProps {
  children: ComponentChildren;
  on: boolean;
  onChange(on: boolean): void;
  disabled?: boolean;
}

/** Something that is on or off at once, without saving. Its name stands before it. */
export function Switch({ children, on, onChange, disabled }: SwitchProps) {
  return (
    <label class="switch">
      <span class="switch-name">{children}</span>
      <input
        type="checkbox"
        role="switch"
        aria-checked={on}
        checked={on}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}
