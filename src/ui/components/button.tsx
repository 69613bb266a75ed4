import type { ComponentChildren, Ref } from "preact";

interface ButtonProps {
  children: ComponentChildren;
  onClick?(): void;
  /** `main`: what the page is for. `quiet`: no border until it is pointed at. `danger`: takes something away. */
  look?: "main" | "plain" | "quiet" | "danger";
  type?: "button" | "submit";
  disabled?: boolean;
  /** Said instead of the text, where the text alone does not tell what it is about. */
  label?: string;
  /** Whether what the button shows and hides is shown. */
  expanded?: boolean;
  buttonRef?: Ref<HTMLButtonElement>;
}

export function Button({
  children,
  onClick,
  look = "plain",
  type = "button",
  disabled,
  label,
  expanded,
  buttonRef,
}: ButtonProps) {
  return (
    <button
      type={type}
      class="button"
      data-look={look}
      disabled={disabled}
      aria-label={label}
      aria-expanded={expanded}
      onClick={onClick && (() => onClick())}
      ref={buttonRef}
    >
      {children}
    </button>
  );
}
