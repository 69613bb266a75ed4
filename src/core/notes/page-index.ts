import { type PageIdentity, pageKeys } from "../page-address.ts";

/** Finds what belongs to a page by `isSamePage`, in the time of a look-up however many pages there are. */
export interface PageIndex<T> {
  /** @param about what else must be alike. */
  find(page: PageIdentity, about?: string): T | undefined;
  /** What was added first for a page stays. */
  add(page: PageIdentity, value: T, about?: string): void;
}

export function createPageIndex<T>(): PageIndex<T> {
  const byAddress = new Map<string, T>();
  const byCanonical = new Map<string, T>();
  const keysOf = (page: PageIdentity, about: string) => {
    const [address = "", canonical] = pageKeys(page).map((key) => `${key}\n${about}`);
    return { address, canonical };
  };
  return {
    find(page, about = "") {
      const { address, canonical } = keysOf(page, about);
      return (
        byAddress.get(address) ??
        (canonical === undefined ? undefined : byAddress.get(canonical)) ??
        byCanonical.get(address)
      );
    },
    add(page, value, about = "") {
      const { address, canonical } = keysOf(page, about);
      if (!byAddress.has(address)) byAddress.set(address, value);
      if (canonical !== undefined && !byCanonical.has(canonical)) byCanonical.set(canonical, value);
    },
  };
}
