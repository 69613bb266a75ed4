import { useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Button } from "../components/button.tsx";

interface ChooseFileProps {
  /** What the file is for. */
  text: string;
  /** What the button says. */
  name: string;
  /** Ends of file names that are offered: `.json,.csv`. */
  accept: string;
  look?: "main" | "plain";
  disabled?: boolean;
  onFile(file: File): void;
}

/** Takes a file that is chosen with a button or dropped beside it. */
export function ChooseFile({ text, name, accept, look = "main", disabled = false, onFile }: ChooseFileProps) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file && !disabled) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first.
    <div
      class="drop"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(!disabled);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <p>{text}</p>
      <input
        ref={input}
        class="unseen"
        type="file"
        tabIndex={-1}
        aria-label={name}
        accept={accept}
        onChange={({ currentTarget }) => {
          take(currentTarget.files);
          // The same file can be chosen once more.
          currentTarget.value = "";
        }}
      />
      <Button look={look} disabled={disabled} onClick={() => input.current?.click()}>
        {name}
      </Button>
      <p class="dim">{i18n.t("options.drop")}</p>
    </div>
  );
}
