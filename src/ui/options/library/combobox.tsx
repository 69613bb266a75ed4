import type { ComponentChildren } from "preact";
import { useId, useRef, useState } from "preact/hooks";
import { describedBelow, FieldBelow } from "../../components/field.tsx";

export interface Suggestion {
  key: string;
  /** What is chosen, as text. */
  name: string;
  /** How it is drawn; its name where left out. */
  children?: ComponentChildren;
}

interface ComboboxProps {
  label: string;
  /** The label is only said: what the field is for must be plain without it. */
  quietLabel?: boolean;
  placeholder?: string;
  value: string;
  onInput(value: string): void;
  /** For what stands in the field now, the likeliest first. */
  suggestions: readonly Suggestion[];
  onChoose(key: string): void;
  /** Enter, where no suggestion was chosen: gives back whether it took the text. */
  onEnter?(): boolean;
  /** Backspace in the empty field. */
  onBackspace?(): void;
  hint?: string;
  problem?: string | null;
  inputRef?: { current: HTMLInputElement | null };
}

/**
 * A text field with suggestions below it, by the ARIA pattern of an editable combobox with a list: down and up walk
 * through the suggestions while the focus stays in the field, Enter takes one, Escape closes the list and then clears the field.
 */
export function Combobox({
  label,
  quietLabel,
  placeholder,
  value,
  onInput,
  suggestions,
  onChoose,
  onEnter,
  onBackspace,
  hint,
  problem,
  inputRef,
}: ComboboxProps) {
  const id = useId();
  const own = useRef<HTMLInputElement>(null);
  const input = inputRef ?? own;
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const shown = open && suggestions.length > 0;
  const active = shown ? Math.min(at, suggestions.length - 1) : -1;
  const close = () => {
    setOpen(false);
    setAt(-1);
  };
  const choose = (suggestion: Suggestion) => {
    close();
    onChoose(suggestion.key);
    input.current?.focus();
  };
  const step = (by: 1 | -1) => {
    const { length } = suggestions;
    if (length === 0) return;
    const first = by === 1 ? 0 : length - 1;
    setOpen(true);
    setAt(active < 0 ? first : (active + by + length) % length);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = suggestions[active];
    // With a modifier it is somebody else's key, as Control with Enter for saving.
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowDown") step(1);
    else if (event.key === "ArrowUp") step(-1);
    else if (event.key === "Enter" && chosen) choose(chosen);
    else if (event.key === "Enter" && onEnter?.()) close();
    else if (event.key === "Escape" && shown) close();
    else if (event.key === "Escape" && value !== "") onInput("");
    else {
      if (event.key === "Backspace" && value === "") onBackspace?.();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      class="field combobox"
      onFocusOut={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) close();
      }}
    >
      <label for={id} class={quietLabel ? "unseen" : undefined}>
        {label}
      </label>
      <div class="combobox-field">
        <input
          id={id}
          type="text"
          role="combobox"
          aria-expanded={shown}
          aria-controls={shown ? `${id}-list` : undefined}
          aria-autocomplete="list"
          aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
          {...describedBelow({ id, problem, hint })}
          autocomplete="off"
          spellcheck={false}
          placeholder={placeholder}
          value={value}
          ref={input}
          onInput={(event) => {
            setOpen(true);
            setAt(-1);
            onInput(event.currentTarget.value);
          }}
          onClick={() => setOpen(true)}
          onKeyDown={onKeyDown}
        />
        {shown ? (
          <div
            id={`${id}-list`}
            class="suggestions"
            role="listbox"
            aria-label={label}
            // The field keeps the focus, or the list would close before the click.
            onMouseDown={(event) => event.preventDefault()}
          >
            {suggestions.map((suggestion, place) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys.
              <div
                key={suggestion.key}
                id={`${id}-${place}`}
                role="option"
                tabIndex={-1}
                aria-selected={place === active}
                onClick={() => choose(suggestion)}
                ref={
                  place === active ? (element) => element?.scrollIntoView({ block: "nearest" }) : undefined
                }
              >
                {suggestion.children ?? suggestion.name}
              </div>
            ))}
          </div>
        ) : null}
      </div>
      <FieldBelow id={id} problem={problem} hint={hint} />
    </div>
  );
}
