import { useId, useState } from "preact/hooks";
import { i18n } from "#i18n";

interface DelayFieldProps {
  /** Milliseconds. */
  value: number;
  min: number;
  /** Resolves when `value` is up to date again. */
  onChange(delay: number): Promise<void>;
}

/** How long the pointer rests before the card shows; saved when the slider is let go. */
export function DelayField({ value, min, onChange }: DelayFieldProps) {
  const id = useId();
  // Where the slider stands until that is saved: an earlier save that ends meanwhile must not move it.
  const [moved, setMoved] = useState<number | null>(null);
  const delay = moved ?? value;
  const save = async (chosen: number) => {
    await onChange(chosen);
    setMoved((now) => (now === chosen ? null : now));
  };
  const words = i18n.t("options.delayValue", [(delay / 1000).toFixed(2)]);
  return (
    <div class="delay">
      <label for={id}>{i18n.t("options.delayLabel")}</label>
      <div class="delay-control">
        <input
          id={id}
          type="range"
          min={min}
          max={2000}
          step={50}
          value={delay}
          aria-valuetext={words}
          onInput={(event) => setMoved(event.currentTarget.valueAsNumber)}
          onChange={(event) => void save(event.currentTarget.valueAsNumber)}
        />
        <output for={id}>{words}</output>
      </div>
    </div>
  );
}
