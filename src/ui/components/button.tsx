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
  buttonRef?: Ref<HTMLButtonElement>;
}

export function Button({
  children,
  onClick,
  look = "plain",
  type = "button",
  disabled,
  label,
  buttonRef,
}: ButtonProps) {
  return (
    <button
      type={type}
      class="button"
      data-look={look}
      disabled={disabled}
      aria-label={label}
      onClick={onClick && (() => onClick())}
      ref={buttonRef}
    >
      {children}
    </button>
  );
}
