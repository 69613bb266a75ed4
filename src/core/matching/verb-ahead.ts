/** English verbs behind a name, in whatever form they stand there: "has already ordered", "is weighing". */

export interface Verbs {
  base: Set<string>;
  /** "has ordered" */
  participle: Set<string>;
  /** "is weighing" */
  progressive: Set<string>;
  /** "orders", "ordered" */
  finite: Set<string>;
}

/** @param list base forms between spaces; regular unless the past, and the participle, stand behind a stroke */
export function formsOf(list: string): Verbs {
  const verbs: Verbs = { base: new Set(), participle: new Set(), progressive: new Set(), finite: new Set() };
  for (const entry of list.split(" ")) {
    const [base = "", past, participle] = entry.split("/");
    // "deny", "denied"; "accuse", "accused", "accusing"
    const stem = base.replace(/(?<=[^aeiou])y$/, "i").replace(/e$/, "");
    const doubled = past?.endsWith("ed") ? past.slice(0, -2) : base.replace(/e$/, "");
    verbs.base.add(base);
    verbs.participle.add(participle ?? past ?? `${stem}ed`);
    verbs.progressive.add(`${doubled}ing`);
    for (const form of [
      past ?? `${stem}ed`,
      /(s|sh|ch|x|o)$|[^aeiou]y$/.test(base) ? `${stem}es` : `${base}s`,
    ]) {
      verbs.finite.add(form);
    }
  }
  return verbs;
}

const adverb =
  /^(not|also|already|now|long|since|never|yet|still|rather|again|even|just|only|so|far|been|once|first|then|later|soon|[a-z]{3,}ly)$/;

const dayAhead =
  /^ (?:on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|this week|last week|this month|last month|today|yesterday)(?= [a-z])/;

export interface VerbAhead {
  form: keyof Verbs;
  verb: string;
  /** All that was read, the verb with what helps it. */
  said: string;
}

/** The verb of which the name that ends here is the subject, if what follows is one; `key` is folded text. */
export function verbAhead(key: string, end: number): VerbAhead {
  // "Beijing on Thursday called"
  const day = dayAhead.exec(key.slice(end, end + 24))?.[0] ?? "";
  const words =
    /^(?: [a-z'-]+){1,6}/
      .exec(key.slice(end + day.length, end + day.length + 60))?.[0]
      .slice(1)
      .split(" ") ?? [];
  let at = 0;
  const skip = () => {
    while (at < words.length && adverb.test(words[at] ?? "")) at++;
  };
  skip();
  let form: keyof Verbs = "finite";
  const help = words[at] ?? "";
  if (/^(has|had|have)(n't)?$/.test(help)) form = words[at + 1] === "been" ? "progressive" : "participle";
  else if (/^(is|was|are|were)(n't)?$/.test(help)) form = "progressive";
  else if (
    /^(will|would|could|may|might|must|should|does|did|can|cannot|won't|wouldn't|doesn't|didn't)$/.test(help)
  )
    form = "base";
  if (form !== "finite") {
    at++;
    skip();
  }
  const verb = words[at] ?? "";
  const said = `${day.slice(1)}${day && " "}${words.slice(0, at + 1).join(" ")}`;
  return { form, verb, said };
}
