/**
 * Puts text on the clipboard. The clipboard API exists only on secure pages; elsewhere a field with the text
 * is selected inside our own closed tree, and the browser's own copy command does it.
 *
 * @param near element of our own in whose tree the field may stand for a moment.
 * @returns false when the browser does neither.
 */
export async function copyText(text: string, near: Element): Promise<boolean> {
  try {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text);
      return true;
    }
  } catch {
    // Not permitted here (a frame without the permission): the older way may be.
  }
  const field = document.createElement("textarea");
  field.value = text;
  field.readOnly = true;
  field.className = "copied-text";
  const root = near.getRootNode() as ShadowRoot;
  const before = root.activeElement;
  near.append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return copied;
}
