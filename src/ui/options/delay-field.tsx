import { useEffect, useId, useState } from "preact/hooks";
import { i18n } from "#i18n";

interface DelayFieldProps {
  /** Milliseconds. */
  value: number;
  min: number;
  onChange(delay: number): void;
}

/** How long the pointer rests before the card shows; saved when the slider is let go. */
export function DelayField({ value, min, onChange }: DelayFieldProps) {
  const id = useId();
  const [delay, setDelay] = useState(value);
  useEffect(() => setDelay(value), [value]);
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
          onInput={(event) => setDelay(event.currentTarget.valueAsNumber)}
          onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
        />
        <output for={id}>{words}</output>
      </div>
    </div>
  );
}
