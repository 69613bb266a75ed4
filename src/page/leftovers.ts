import { hostTag } from "./card-port.ts";

/** Removes what a copy of this script from before an update has left in the page and can no longer remove itself. */
export function removeLeftovers(): void {
  const registry = globalThis.CSS?.highlights;
  const names: string[] = [];
  // Not by an iterator: Firefox hands those of the page's objects to extensions as empty shells.
  registry?.forEach((_, name) => {
    names.push(name);
  });
  for (const name of names) if (name.startsWith("telecom-lens-")) registry?.delete(name);
  for (const host of document.querySelectorAll(`html > ${hostTag}`)) host.remove();
}
