import type { ComponentChildren } from "preact";
import { NewTab } from "./new-tab.tsx";

/** A link to a page of the web in a new tab; its words alone where the address is none that opens as a web page. */
export function PageLink({
  url,
  onClick,
  children,
}: {
  url: string;
  onClick?: (event: MouseEvent) => void;
  children: ComponentChildren;
}) {
  if (!isWebAddress(url)) return <>{children}</>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer" dir="auto" onClick={onClick}>
      {children}
      <NewTab />
    </a>
  );
}

/** Addresses come from pages and files. */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url);
}
