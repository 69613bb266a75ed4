/** Countries that play: "Germany beat Chile 3-0", "Polska pokonała Szwecję 2:0". It takes a score as well, since states beat others, too. */
import type { BlockView } from "./block-view.ts";
import { rulesByLanguage } from "./main-language.ts";
import { RuleBefore, RuleBehind } from "./neighbour-rules.ts";

/** What teams do to each other, in all languages that mark a score like that; folded. */
const games =
  "beat|beats|won|wins|defeated|thrashed|edged|drew|lost|drawn|" +
  "schlug|schlagt|besiegte|besiegt|gewann|gewinnt|verlor|verliert|unterlag|spielte|" +
  "battu|bat|ecrase|incline|inclinee|perdu|gagne|ouvert|" +
  "gano|vencio|vence|derroto|perdio|empato|goleo|golea|cayo|supero|" +
  "battuto|batte|vinto|perso|pareggiato|pareggia|superato|" +
  "pokonal[ao]?|wygral[ao]?|przegral[ao]?|zremisowal[ao]?|" +
  "porazil[ao]?|prohral[ao]?|vyhral[ao]?|remizoval[ao]?|zdolal[ao]?|" +
  "pobedi(?:l[ao]|o)|pobijedi(?:l[ao]|o)|savlada(?:l[ao]|o)|izgubi(?:l[ao]|o)|nadigra(?:l[ao]|o)|igra(?:l[ao]|o)|" +
  "mundi|fitoi|humbi|barazoi|mposhti|" +
  "победи|порази|загуби|совлада|надигра|одигра";
/** Small words between a verb and the other side. */
const small =
  "with|to|against|over|gegen|mit|contre|face a|a|ante|contra|con|contro|z|ze|przeciwko|s|se|nad|proti|od|sa|protiv|me|kunder|ndaj|nga|од|со|против|ја|го";
const helpers = "has|have|hat|haben|a|ont|ha|hanno|han|su|s'est|je|ka|ja|go|ја|го|ги|се";

const playsBehind = new RuleBehind(new RegExp(`^(?: (?:${helpers}))? (?:${games})(?![\\p{L}])`, "u"), {
  reach: 30,
  more: new RegExp(`^(?:${helpers}|s)$`, "u"),
});
const playedBefore = new RuleBefore(
  new RegExp(
    `(?<![\\p{L}])(?:${games})( \\d{1,3}[ :]\\d{1,3})?(?: (?:${small}))?(?: (?:the|die|den|der|la|le|les|il|lo))?(?: | l')$`,
    "u",
  ),
  { reach: 40, more: new RegExp(`^(?:${small}|the|die|den|der|la|le|les|il|lo|\\d{1,3})$`, "u"), signs: "'" },
);

/**
 * What is played against a country's team, or is that team, up to its name: "a friendly against Brazil", "Länderspiel gegen Chile",
 * "équipe de France"; and the last words of it.
 */
const matches: Record<string, [phrase: string, last: string]> = {
  en: [
    "(?:friendly|friendlies|qualifiers?|quarterfinals?|semifinals?|finals?|match|matches|game|tries|try|goals?|century) (?:against|v|vs) ",
    "against|v|vs",
  ],
  de: ["(?:[a-z]*spiel|[a-z]*finale|partie|duell) (?:\\p{L}+ )?gegen ", "gegen"],
  fr: [
    "(?:match|amical|finale) contre (?:l'|(?:la |le )?)|(?:equipe|selection) (?:(?:de|du|de la) |(?:d|de l)')",
    "contre|la|le|de|du",
  ],
  es: [
    "(?:partido|amistoso|final|semifinal|cuartos) (?:contra|ante) |(?:seleccion|equipo) de ",
    "contra|ante|de",
  ],
  it: ["(?:partita|amichevole|finale|semifinale) contro (?:l'|(?:la |il )?)", "contro|la|il"],
  pl: ["(?:mecz\\p{L}{0,3}|final\\p{L}{0,3}|polfinal\\p{L}{0,3}) (?:z|ze|przeciwko) ", "z|ze|przeciwko"],
  cs: [
    "(?:zapas\\p{L}{0,2}|utkani|finale|semifinale|ctvrtfinale) (?:s|se|proti) |reprezentac\\p{L}{1,2} ",
    "s|se|proti",
  ],
  sr: [
    "(?:utakmic\\p{L}|mec\\p{L}{0,2}|finale\\p{L}?|polufinal\\p{L}{0,2}|cetvrtfinal\\p{L}{0,2}) (?:s|sa|protiv) |reprezentacij\\p{L}{1,2} ",
    "s|sa|protiv",
  ],
  sq: [
    "(?:ndeshj\\p{L}{1,2}|miqesor\\p{L}{1,2}|finale\\p{L}?|gjysmefinale\\p{L}?) (?:me|kunder|ndaj) |kombetar(?:ja|en|es) e ",
    "me|kunder|ndaj|e",
  ],
  mk: [
    "(?:натпревар\\p{L}{0,2}|финале\\p{L}{0,2}|полуфинале\\p{L}{0,2}) (?:со|против) |репрезентациј\\p{L}{1,3} на ",
    "со|против|на",
  ],
};
const matchRuleOf = rulesByLanguage(
  matches,
  ([phrase, last]) =>
    new RuleBefore(new RegExp(`(?<![\\p{L}])(?:${phrase})$`, "u"), {
      reach: 32,
      more: new RegExp(`^(?:${last})$`),
      signs: "'",
    }),
);

/** "das Spiel Polen gegen Portugal": the first side stands directly behind the word for a match, in all languages. */
const matchBefore = new RuleBefore(
  /(?:^|[^\p{L}])(?:[a-z]*spiel|partie|viertelfinale|halbfinale|finale|duell|match|partido|amistoso|partita|amichevole|mecz|zapas|utakmica|utakmici|mec|susret|ndeshja|ndeshjen|натпреварот) $/u,
  { reach: 24 },
);
const againstBehind =
  /^ (?:gegen|contre|contra|ante|contro|przeciwko|proti|protiv|kunder|ndaj|против|against|vs?\.?) /u;

/** "3-0", "80:70", "2 a 1", "81 me 74", and nothing that counts further. */
const score =
  /(?<![\d.,])\d{1,3}(?: ?[-:–] ?| (?:a|to|zu|me|do|na|на) )\d{1,3}(?![\d.,]?\d|[-:–]| ?(?:%|am|pm))| on penalties| im elfmeter| aux tirs au but| (?:en|por) penaltis| ai rigori| po karnych| na penalty| na penale| na penaltima| me penallti| на пенали/i;

/** Whether a country's name is here that of its team. */
export function isNationalTeam(view: BlockView, start: number, end: number): boolean {
  const played = playedBefore.exec(view, start);
  if (played?.[1]) return true;
  if (matchRuleOf(view.lang)?.test(view, start)) return true;
  if (matchBefore.test(view, start) && againstBehind.test(view.key.slice(end, end + 14))) return true;
  if (!played && !playsBehind.test(view, end)) return false;
  const rest = view.plain.slice(end, end + 80);
  return score.test(rest.slice(0, (rest.search(/[.!?;](?: |$)/) + 1 || 81) - 1));
}
