import { i18n } from "#i18n";

/** A link to a page of the web in a new tab; text where the address is none that opens as a web page. */
export function PageLink({ url, title }: { url: string; title: string }) {
  const words = title || url;
  // Addresses come from pages and files.
  if (!/^https?:\/\//i.test(url)) return <>{words}</>;
  return (
    <a href={url} target="_blank" rel="noreferrer" dir="auto">
      {words}
      <span class="unseen"> ({i18n.t("card.newTab")})</span>
    </a>
  );
}
