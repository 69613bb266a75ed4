import { i18n } from "#i18n";
import { Button } from "../../components/button.tsx";

interface ProgressLineProps {
  /** What is being done, in words. */
  label: string;
  done: number;
  /** Null where it is not known. */
  of: number | null;
  onCancel(): void;
}

/** How far something is that takes a while, and the way to stop it. */
export function ProgressLine({ label, done, of, onCancel }: ProgressLineProps) {
  return (
    <div class="progress">
      <label>
        <span>{label}</span>
        {/* One with a value does not go back to having none. */}
        <progress
          key={of === null ? "open" : "counted"}
          {...(of === null ? {} : { value: done, max: Math.max(1, of) })}
        />
      </label>
      <Button onClick={onCancel}>{i18n.t("library.cancel")}</Button>
    </div>
  );
}
