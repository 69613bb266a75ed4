/**
 * Capitals to which something is said or done, or from which something comes, as only with governments: "obvinil Minsk z", "kritike iz
 * Bruxellesa", "la lecture que Bruxelles fait du texte". All folded; English ones stand in `acting-capital.ts`.
 */
import type { BlockView } from "./block-view.ts";
import { rulesByLanguage } from "./main-language.ts";
import { isNameAhead } from "./name-neighbours.ts";
import { RuleBefore } from "./neighbour-rules.ts";

interface DoneTo {
  /** Verbs directly before the capital. */
  verbs: string;
  /** The last words of those that are several. */
  last?: string;
  /** What goes on behind it with what it is accused of, or called to do. */
  behind: string;
}

const doneTo: Record<string, DoneTo> = {
  de: {
    verbs: "beschuldigt(?:e|en)?|bezichtigt(?:e|en)?|wirft|warf|werfen|warfen|mahnt|mahnte|forderte?",
    behind: "(?:,| (?:der|des|einer|eines) (?=\\p{L})|(?: [^ .,;:!?]+){0,7}? (?:vor|auf)(?=[.,;:]))",
  },
  fr: {
    verbs:
      "accus(?:e|ent|ait|aient|er|ant)|a accuse|ont accuse|exhort(?:e|ent|ait)|a exhorte|somm(?:e|ent|ait)|a somme|soupconn(?:e|ent|ait)|a soupconne",
    behind: " (?:d'|de |du |des |a )",
  },
  it: {
    verbs:
      "accus(?:a|ano|o|ava)|ha accusato|hanno accusato|esort(?:a|ano|o)|ha esortato|diffid(?:a|ano)|ha diffidato|sospett(?:a|ano)",
    last: "accusato|esortato|diffidato",
    behind: " (?:di|del|dell'|della|a|ad)(?![\\p{L}])",
  },
  pl: {
    verbs: "oskarz(?:a|aja|yl|yla|ylo|yly)|obwini(?:a|aja|l|la|lo|ly)|wezwa(?:l|la|lo|ly)|wzywa(?:ja)?",
    behind: "(?: (?:o|za|do)(?![\\p{L}])|, (?:ze|by|aby)(?![\\p{L}]))",
  },
  cs: {
    verbs: "obvini(?:l|la|lo|ly|li)|obvinuj[ei]|vini|vyzva(?:l|la|lo|ly|li)|vyzyva(?:ji)?|podezira(?:ji)?",
    behind: "(?: (?:z|ze|k|ke)(?![\\p{L}])|, (?:aby|ze)(?![\\p{L}]))",
  },
  sr: {
    verbs:
      "optuzi(?:o|la|lo|li|le)(?: je| su)?|je optuzi(?:o|la|lo)|optuzuj[eu]|okrivi(?:o|la|lo|li)(?: je| su)?|okrivljuj[eu]|pozva(?:o|la|lo|li)(?: je| su)?|prozva(?:o|la|lo|li)(?: je| su)?",
    last: "je|su",
    behind: " (?:za|da|zbog)(?![\\p{L}])",
  },
  sq: {
    verbs: "akuzo(?:i|n|jne|uan)|ka akuzuar|fajeso(?:i|n|jne|uan)|ka fajesuar",
    last: "akuzuar|fajesuar",
    behind: " (?:se|per)(?![\\p{L}])",
  },
  mk: {
    verbs:
      "(?:(?:го|ја) )?(?:обвини|обвинува|обвинија|обвинуваат|повика|повикува|повикаа|повикуваат|прозва|прозваа)",
    behind: " (?:за|дека|да|на|поради)(?![\\p{L}])",
  },
};

const doneToOf = rulesByLanguage(doneTo, ({ verbs, last, behind }) => ({
  before: new RuleBefore(new RegExp(`(?:^|[^\\p{L}])(${verbs}) $`, "u"), {
    reach: 24,
    ...(last && { more: new RegExp(`^(?:${last})$`) }),
  }),
  behind: new RegExp(`^${behind}`, "u"),
}));

/** People are accused and called on as well. */
const peoplesNames = new Set("sofia sofija софија victoria santiago paris lima".split(" "));

/** What comes from governments, and from towns seldom, with the word that joins it to the capital. */
const comesFrom = rulesByLanguage(
  {
    de: "(?:kritik|druck|drohungen|vorwurfe|vorgaben|rugen?|warnungen|forderungen|weisungen|ruckendeckung|gegenwind) aus ",
    sr: "(?:kriti(?:ke|ka|ku|kama)|optuzb(?:e|i|ama)|prijetnj(?:e|i|ama)|pretnj(?:e|i|ama)|upozorenj(?:e|a|ima)|pritis(?:ak|ka|ci|ke|cima)|zahtj?ev(?:i|a|e|ima)?|primj?edb(?:e|i|ama)|nalog(?:a|e|u)?|instrukcij(?:e|a|ama)|osud(?:e|a|u)|podrsk(?:a|e|u)) iz ",
    mk: "(?:критик(?:и|ите|а|ата)|обвинувања(?:та)?|закани(?:те)?|предупредувањ(?:е|ето|а|ата)|притисо(?:к|кот|ци|ците)|забелешки(?:те)?|поддршка(?:та)?) од |(?:по|на) барање на ",
  },
  (words) =>
    new RuleBefore(new RegExp(`(?:^|[^\\p{L}])(${words})$`, "u"), {
      reach: 26,
      more: /^(?:aus|iz|од|на)$/u,
    }),
);

/** How a government reads a text: "la lecture que Bruxelles fait du texte", "la lettura che Roma dà". */
const reading = rulesByLanguage(
  {
    fr: {
      before: "(?:lecture|interpretation|analyse|usage) que ",
      behind: "(?:fait|donne|faisait|donnait|a faite?|a donnee?)",
    },
    it: {
      before: "(?:lettura|interpretazione|analisi|uso) che ",
      behind: "(?:(?:ne )?(?:fa|da|faceva|dava)|ha (?:fatto|dato))",
    },
  },
  ({ before, behind }) => ({
    before: new RuleBefore(new RegExp(`(?:^|[^\\p{L}])(${before})$`, "u"), {
      reach: 22,
      more: /^(?:que|che)$/,
    }),
    behind: new RegExp(`^ ${behind}(?![\\p{L}])`, "u"),
  }),
);

/** The words by which a capital is here one state among others; `null` where none stand. */
export function amongStates(view: BlockView, start: number, end: number): string | null {
  const { key, plain, lang } = view;
  const done = doneToOf(lang);
  const verb = done?.before.exec(view, start)?.[1];
  if (verb && done?.behind.test(key.slice(end, end + 70)) && !peoplesNames.has(key.slice(start, end)))
    return verb;
  const from = comesFrom(lang)?.exec(view, start)?.[1];
  if (from && !isNameAhead(plain, end)) return from.trim();
  const read = reading(lang);
  const said = read?.before.exec(view, start)?.[1];
  return said && read?.behind.test(key.slice(end, end + 20)) ? said.trim() : null;
}
