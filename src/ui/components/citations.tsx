import { i18n } from "#i18n";
import type { CardSource } from "../../core/card/card-model.ts";
import { newTabWords } from "./new-tab.tsx";

/** Raised numbers after a claim, each a link to the source that supports it. */
export function Citations({ numbers, sources }: { numbers: number[]; sources: CardSource[] }) {
  return (
    <>
      {numbers.map((number) => {
        const source = sources.find((candidate) => candidate.number === number);
        return source ? (
          <a
            key={number}
            class="cite"
            href={source.url}
            target="_blank"
            rel="noopener noreferrer"
            title={`${source.publisher}: ${source.title}`}
            aria-label={`${i18n.t("card.sourceNumber", [String(number)])}, ${source.publisher} ${newTabWords()}`}
          >
            {number}
          </a>
        ) : null;
      })}
    </>
  );
}
