/**
 * Streets, squares, waters, houses and dishes that bear the name of a country or its capital: "ulica Francuska", "piazza
 * Ungheria", "Finnischer Meerbusen", hotel „Moskva“, "café turc". English ones stand in `country-in-name.ts`. All folded.
 */
import type { BlockView } from "./block-view.ts";
import { andWords } from "./joining-words.ts";
import { mainLanguage, rulesFor } from "./main-language.ts";
import { RuleBefore, RuleBehind } from "./neighbour-rules.ts";

interface PlaceWords {
  /** Stems and words of what stands before the name ("rue de Londres") … */
  before?: string;
  /** … and behind an adjective ("Russischen Gasse"). */
  after?: string;
  /** Dishes and drinks, of which a people's adjective says the kind. */
  dishes?: string;
  /** Where the adjective stands. */
  adjective: "before" | "after";
}

const words: Record<string, PlaceWords> = {
  de: {
    before: "hotel|cafe|gasthof|restaurant|kino",
    after: "(?:strasse|gasse|platz|allee|ring|ufer|brucke|meerbusen|meer|see|meerenge)n?",
    dishes: "salat|kaffee|kuche|wurst|kase|eier|honig|bier|wodka|tee|dogge|schaferhund",
    adjective: "before",
  },
  fr: {
    before:
      "(?:rue|avenue|boulevard|(?<!la )place|quai|pont|square|impasse|allee|hotel|cafe|restaurant|cinema|lycee|mer|golfe|detroit|baie|lac)(?: de la| du| des| de| d'| de l')?",
    dishes:
      "cafe|filet|salade|cuisine|fromage|fromages|biere|vodka|petits pois|creme|assiette|the|bouledogue",
    adjective: "after",
  },
  es: {
    before:
      "(?:calle|avenida|av\\.|plaza|paseo|barrio|glorieta|esquina|hotel|cafe|cine|estadio|mar|golfo|estrecho|bahia|lago)(?: de la| del| de)?",
    dishes: "cafe|ensalada|ensaladilla|cocina|comida|tortilla|queso|cerveza|vodka|bano|montana",
    adjective: "after",
  },
  pt: {
    before: "(?:rua|avenida|praca|largo|hotel|cafe|mar|golfo|estreito)(?: da| do| de)?",
    dishes: "cafe|salada|comida|queijo",
    adjective: "after",
  },
  it: {
    before:
      "(?:(?<=(?:^|[.!?:,] |in |da |angolo ))via|viale|piazza|piazzale|corso|largo|vicolo|ponte|hotel|albergo|caffe|bar|cinema|stadio|mare|golfo|stretto|lago)(?: della| del| di)?",
    dishes: "caffe|insalata|cucina|formaggio|birra|vodka|bagno|montagne|zuppa",
    adjective: "after",
  },
  pl: {
    before:
      "(?:ulic\\p{L}*|ul\\.|alej\\p{L}*|al\\.|plac|placu|placem|pl\\.|rond\\p{L}*|osiedl\\p{L}*|most\\p{L}*|hotel\\p{L}*|kawiarni\\p{L}*|morz\\p{L}*|zato[kc]\\p{L}*|ciesnin\\p{L}*|jezior\\p{L}*)",
    dishes: "salatk\\p{L}*|kaw\\p{L}|kuchni\\p{L}*|pierog\\p{L}*|wodk\\p{L}*|piw\\p{L}|ser\\p{L}?|ryb\\p{L}",
    adjective: "after",
  },
  cs: {
    before: "hotel\\p{L}*|kavarn\\p{L}*|restaurac\\p{L}*|kin[ou]|namesti|namestim",
    after:
      "ulic\\p{L}*|trid[aeyu]|tridou|namesti\\p{L}*|nabrezi\\p{L}*|most\\p{L}{0,3}|more|mori|morem|zaliv\\p{L}*|pruliv\\p{L}*",
    dishes:
      "vejce|ptack\\p{L}*|ptacek|kav[auey]|kavou|salat\\p{L}*|kuchyn\\p{L}*|syr\\p{L}*|vodk\\p{L}*|pivo|piva|zmrzlin\\p{L}*",
    adjective: "before",
  },
  sr: {
    before:
      "hotel\\p{L}*|kafan\\p{L}*|kafic\\p{L}*|restoran\\p{L}*|bioskop\\p{L}*|kino|ulic\\p{L}*|trg|trgu|trga|trgom",
    after:
      "ulic\\p{L}*|trg|trgu|trga|trgom|bulevar\\p{L}*|most|mosta|mostu|kej|keju|more|moru|morem|zaliv\\p{L}*|zaljev\\p{L}*|tjesnac\\p{L}*|moreuz\\p{L}*",
    dishes:
      "kaf[aeiu]|kav[aeiu]|salat[aeiu]|kuhinj[aeiu]|sir|sira|vodk[aeiu]|pit[aeiu]|pasulj|corb[aeiu]|krompir\\p{L}*|ovcar\\p{L}*",
    adjective: "before",
  },
  sq: {
    before:
      "rruga|rruges|rrugen|sheshi|sheshit|sheshin|bulevardi|bulevardit|hotel|hoteli|hotelit|kafe|bar|restorant|kinema|(?:deti|detit|gjiri|gjirit)(?: e| i)?",
    dishes: "kafe|kafeja|sallate|sallata|kuzhina|kuzhines|djathe|byrek|caj|supe",
    adjective: "after",
  },
  mk: {
    before:
      "хотел\\p{L}*|кафеан\\p{L}*|кафич\\p{L}*|ресторан\\p{L}*|кино|улица|улицата|ул\\.|плоштад|булевар",
    after: "улиц\\p{L}*|плоштад\\p{L}*|булевар\\p{L}*|мост\\p{L}{0,3}|море|морето|залив\\p{L}*",
    dishes: "кафе|кафето|салата|салатата|кујна|кујната|сирење|чорба|пита",
    adjective: "before",
  },
};

interface PlaceRules {
  before: RuleBefore | null;
  after: RuleBehind | null;
  dish: { before: RuleBefore | null; after: RuleBehind | null };
}

const reach = 40;
/** What may stand between a word of a place and the name, a word that lookbehinds ask about, and ends of abbreviations ("ul."). */
const betweenPlaceAndName = new RegExp(
  `^(?:|de|la|du|des|del|di|della|da|do|e|i|via|${andWords}|republi\\p{L}*)$`,
  "u",
);
/** "petits pois" */
const lastOfDish = /^pois$/;
const joinsNames = new RegExp(`^(?:${andWords})$`);

/** A quotation mark may stand before the name, and one name of the same sort between the word and it: "Chile y Paraguay". */
const rules = Object.fromEntries(
  Object.entries(words).map(([lang, { before, after, dishes, adjective }]): [string, PlaceRules] => [
    lang,
    {
      before: before
        ? new RuleBefore(
            new RegExp(
              `(?:^|[^\\p{L}])(?:${before})(?: |(?<='))"?(?:\\p{L}+ (?:${andWords}) |republi\\p{L}* )?$`,
              "u",
            ),
            { reach, more: betweenPlaceAndName, signs: "'\"" },
          )
        : null,
      after: after
        ? new RuleBehind(new RegExp(`^(?: (?:${andWords}) \\p{L}+)? (?:${after})(?![\\p{L}])`, "u"), {
            reach,
            more: joinsNames,
          })
        : null,
      dish: {
        before:
          dishes && adjective === "after"
            ? new RuleBefore(new RegExp(`(?:^|[^\\p{L}])(?:${dishes}) $`, "u"), { reach, more: lastOfDish })
            : null,
        after:
          dishes && adjective === "before"
            ? new RuleBehind(new RegExp(`^ (?:${dishes})(?![\\p{L}])`, "u"), { reach })
            : null,
      },
    },
  ]),
);

/** Whether the stretch is part of the name of a street, a square, a water or a house; an adjective, of a dish. */
export function isInPlaceName(view: BlockView, start: number, end: number, isAdjective: boolean): boolean {
  const rule = rulesFor(rules, mainLanguage(view.lang));
  if (!rule) return false;
  if (rule.before?.test(view, start)) return true;
  if (!isAdjective) return false;
  const { after, dish } = rule;
  return Boolean(after?.test(view, end) || dish.after?.test(view, end) || dish.before?.test(view, start));
}
