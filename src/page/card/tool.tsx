/** A small button with a drawn sign, in the head of a card. */
export function Tool({ label, sign, act }: { label: string; sign: string; act(): void }) {
  return (
    <button type="button" class="small" aria-label={label} title={label} onClick={act}>
      <svg width="12" height="12" viewBox="0 0 12 12" class="line" aria-hidden="true">
        <path d={sign} />
      </svg>
    </button>
  );
}
