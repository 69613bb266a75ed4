import type { Mention } from "../../core/matching/types.ts";

/** Why something is marked, as a maintainer would say it. The extension has its own wording, by language. */
export function reasonInWords({ reason, certainty, candidates }: Mention): string {
  const doubt = certainty === "uncertain" ? `; uncertain, may be ${(candidates ?? []).join(" or ")}` : "";
  return `${explain(reason)}${doubt}`;
}

function explain(reason: Mention["reason"]): string {
  switch (reason.code) {
    case "spelling":
      return `${formName[reason.form]} '${reason.spelling}'`;
    case "context":
      return `${formName[reason.form]} '${reason.spelling}', ${contextInWords(reason.relation, reason.word)}`;
    case "explained-abbreviation":
      return `abbreviation of '${reason.fullName}', explained in paragraph ${reason.block + 1}`;
    case "likelier":
      return `${formName[reason.form]} '${reason.spelling}', likelier here than others of that spelling`;
    case "full-name":
      return `full name '${reason.spelling}'`;
    case "title-and-surname":
      return `title '${reason.title}' and surname '${reason.surname}'`;
    case "surname":
      return `surname ${reason.where === "before" ? "after" : "before"} '${reason.fullName}' in paragraph ${reason.block + 1}`;
    case "government":
      return `surname '${reason.surname}' before '${reason.word}', which it led`;
    case "safe-surname":
      return `surname '${reason.surname}', borne by nobody else in such articles`;
  }
}

const formName = {
  name: "name",
  short: "short name",
  abbreviation: "abbreviation",
  adjective: "adjective",
  people: "people of",
  inflected: "inflected form",
  metonym: "seat of government",
  former: "former name",
  product: "product",
} as const;

function contextInWords(
  relation: Extract<Mention["reason"], { code: "context" }>["relation"],
  word: string,
): string {
  switch (relation) {
    case "near":
      return `with '${word}' in the paragraph`;
    case "before":
      return `before '${word}'`;
    case "after":
      return `after '${word}'`;
    case "article":
      return `in an article that names ${word}`;
  }
}
