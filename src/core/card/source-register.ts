import type { Source } from "../dataset/schema.ts";
import type { CardSource, CitedText } from "./card-model.ts";

/** Numbers the sources of one card in the order in which its claims use them; one address, one number. */
export interface SourceRegister {
  /** Numbers of the sources under these keys of a record. Unknown keys are passed over (`check` reports them). */
  cite(sources: Record<string, Source>, keys: readonly string[]): number[];
  citeText(text: string, sources: Record<string, Source>, keys: readonly string[]): CitedText;
  all(): CardSource[];
}

export function createSourceRegister(): SourceRegister {
  const byAddress = new Map<string, CardSource>();
  const cite: SourceRegister["cite"] = (sources, keys) => {
    const numbers = keys.flatMap((key) => {
      const source = sources[key];
      if (!source) return [];
      const known = byAddress.get(source.url) ?? { ...source, number: byAddress.size + 1 };
      // One record may say whose interest a source carries where another does not.
      known.interest ??= source.interest;
      byAddress.set(source.url, known);
      return known.number;
    });
    return [...new Set(numbers)].sort((a, b) => a - b);
  };
  return {
    cite,
    citeText: (text, sources, keys) => ({ text, sources: cite(sources, keys) }),
    all: () => [...byAddress.values()],
  };
}
