interface SelectFieldProps<T extends string> {
  label: string;
  value: T;
  /** What can be chosen, with its words. */
  options: readonly (readonly [T, string])[];
  onChange(value: T): void;
}

/** One of a few, with its label beside it. */
export function SelectField<T extends string>({ label, value, options, onChange }: SelectFieldProps<T>) {
  return (
    <label class="select-field">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value as T)}>
        {options.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
