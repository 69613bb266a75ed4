import { i18n } from "#i18n";

/** Fields of records by what they are to a reader; all others are details. */
const groups = {
  names: ["name", "title", "inText", "spellings", "surname", "identifiers"],
  about: ["sentence", "summary", "does", "hints", "owner", "parent", "reason", "cites"],
  offices: ["roles"],
  dates: ["steps", "supersedes"],
  scope: ["targets", "scope", "areas", "appliesIn", "part", "outsideNetworks"],
  force: ["stance", "force", "kind", "issuer", "body"],
  statements: ["claims"],
  sources: ["sources", "searched", "unconfirmed"],
} as const satisfies Record<string, readonly string[]>;

type Group = keyof typeof groups;

/** What of a record is another, in words: `names, sources`. */
export function fieldWords(fields: readonly string[]): string {
  const all = fields.map((field) => groupOf(field));
  return [...new Set(all)].map((group) => i18n.t(`news.field.${group}`)).join(", ");
}

function groupOf(field: string): Group | "details" {
  const named = Object.entries(groups).find(([, list]) => (list as readonly string[]).includes(field));
  return named ? (named[0] as Group) : "details";
}
