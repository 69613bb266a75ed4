/**
 * Streets, squares, waters, houses, ships, banks and dishes that bear the name of a country or its capital: "ulica Francuska",
 * "piazza Ungheria", "Finnischer Meerbusen", hotel „Moskva“, "café turc"; streets, houses and shops that bear a person's name
 * ("rue Barack Obama", "pekara Tusk"). English ones stand in `country-in-name.ts`. All folded.
 */
import type { BlockView } from "./block-view.ts";
import { andWords } from "./joining-words.ts";
import { isCapital } from "./letter-case.ts";
import { mainLanguage, onceByTag, rulesFor } from "./main-language.ts";
import { RuleBefore, RuleBehind } from "./neighbour-rules.ts";
import type { SpellingForm } from "./types.ts";

interface PlaceWords {
  /** Stems and words of what stands before the name ("rue de Londres") … */
  before?: string;
  /** … of what is called by the name as it is, never by an inflected form: "trajekt Norveška", but not "brod Norveške". */
  bearers?: string;
  /** … and behind an adjective ("Russischen Gasse"). */
  after?: string;
  /** Of shops that are called like their owners; streets and houses are, too. */
  shops?: string;
  /** Dishes and drinks, of which a people's adjective says the kind. */
  dishes?: string;
  /** Where the adjective stands. */
  adjective: "before" | "after";
}

const words: Record<string, PlaceWords> = {
  de: {
    before: "hotel|cafe|gasthof|restaurant|kino",
    after: "(?:strasse|gasse|platz|allee|ring|ufer|brucke|meerbusen|meer|see|meerenge)n?",
    dishes:
      "gulasch|gurke|dressing|salat|kaffee|kuche|wurst|kase|eier|honig|bier|wodka|tee|dogge|schaferhund",
    bearers:
      "[a-z]*schiff|[a-z]*fahre|[a-z]*dampfer|[a-z]*tanker|[a-z]*frachter|[a-z]*yacht|fregatte|kutter|bar|pension|klinik|stadion|freizeitpark|haus|villa|palais",
    shops:
      "[a-z]*backerei|[a-z]*metzgerei|fleischerei|konditorei|blumen|gasthaus|autohaus|[a-z]*kanzlei|[a-z]*apotheke|weingut|modehaus|fahrschule|[a-z]*schreinerei|gartnerei|friseur|salon|firma",
    adjective: "before",
  },
  fr: {
    before:
      "(?:rue|avenue|boulevard|(?<!la )place|quai|pont|square|impasse|allee|hotel|cafe|restaurant|cinema|lycee|mer|golfe|detroit|baie|lac)(?: de la| du| des| de| d'| de l')?",
    dishes:
      "cafe|filet|salade|cuisine|fromage|fromages|biere|vodka|petits pois|creme|assiette|the|bouledogue",
    bearers:
      "paquebot|ferry|cargo|navire|petrolier|fregate|yacht|voilier|chalutier|porte-conteneurs|vraquier|bar|brasserie|pizzeria|salle|stade|theatre|musee|squat|banque(?: de la| du| des| de| d'| de l')",
    shops:
      "boulangerie|boucherie|patisserie|fleuriste|garage|pharmacie|epicerie|charcuterie|librairie|fromagerie|domaine|chateau",
    adjective: "after",
  },
  es: {
    before:
      "(?:calle|avenida|av\\.|plaza|paseo|barrio|glorieta|esquina|hotel|cafe|cine|estadio|mar|golfo|estrecho|bahia|lago)(?: de la| del| de)?",
    dishes: "cafe|ensalada|ensaladilla|cocina|comida|tortilla|queso|cerveza|vodka|bano|montana",
    bearers:
      "buque|ferry|crucero|carguero|petrolero|yate|fragata|velero|portacontenedores|bar|mercado|teatro|parque|colegio|hospital|tienda|edificio|banco(?: de la| del| de)?|metro|estacion",
    shops:
      "panaderia|carniceria|floristeria|bodegas?|farmacia|ferreteria|pasteleria|peluqueria|libreria|taberna|talleres",
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
    bearers:
      "nave|traghetto|motonave|petroliera|yacht|fregata|peschereccio|veliero|pizzeria|trattoria|ristorante|teatro|parco|villa|palazzo|rione|quartiere|ospedale|(?:banca|banco|torre)(?: della| del| di| d')?",
    shops:
      "pasticceria|panetteria|panificio|macelleria|farmacia|libreria|fioraio|cantine?|officina|salumificio|gelateria|forno|calzature",
    adjective: "after",
  },
  pl: {
    before:
      "(?:ulic\\p{L}*|ul\\.|alej\\p{L}*|al\\.|plac|placu|placem|pl\\.|rond\\p{L}*|osiedl\\p{L}*|most\\p{L}*|hotel\\p{L}*|kawiarni\\p{L}*|morz\\p{L}*|zato[kc]\\p{L}*|ciesnin\\p{L}*|jezior\\p{L}*)",
    dishes: "salatk\\p{L}*|kaw\\p{L}|kuchni\\p{L}*|pierog\\p{L}*|wodk\\p{L}*|piw\\p{L}|ser\\p{L}?|ryb\\p{L}",
    bearers:
      "stat(?:ek|ku|kiem)|prom(?:u|em)?|jacht\\p{L}*|tankow\\p{L}*|kontenerow\\p{L}*|masow\\p{L}*|frega\\p{L}*|bar(?:u|ze|em)?|kin[oai]?|kinem|teatr\\p{L}*|klub\\p{L}{0,3}|restauracj\\p{L}|pub\\p{L}{0,2}|stacj\\p{L}|galeri\\p{L}|centrum",
    shops:
      "piekarni\\p{L}*|kwiaciarni\\p{L}*|cukierni\\p{L}*|ksiegarni\\p{L}*|aptek\\p{L}|warsztat\\p{L}*|masarni\\p{L}*|zaklad\\p{L}*|salon\\p{L}{0,2}",
    adjective: "after",
  },
  cs: {
    before: "hotel\\p{L}*|kavarn\\p{L}*|restaurac\\p{L}*|kin[oue]|namesti|namestim",
    after:
      "ulic\\p{L}*|trid[aeyu]|tridou|namesti\\p{L}*|nabrezi\\p{L}*|most\\p{L}{0,3}|more|mori|morem|zaliv\\p{L}*|pruliv\\p{L}*",
    dishes:
      "vejce|ptack\\p{L}*|ptacek|kav[auey]|kavou|salat\\p{L}*|kuchyn\\p{L}*|syr\\p{L}*|vodk\\p{L}*|pivo|piva|zmrzlin\\p{L}*",
    bearers:
      "lod|lodi|trajekt\\p{L}*|parnik\\p{L}*|tanker\\p{L}*|jacht\\p{L}*|fregat\\p{L}*|hospod\\p{L}*(?: u)?|cajovn\\p{L}*|pivnic\\p{L}*|divadl\\p{L}*|bar(?:u|em)?|klub\\p{L}{0,2}|penzion\\p{L}{0,2}|pasaz\\p{L}?|stanic\\p{L}|sal[ue]?",
    shops:
      "kvetinarstvi\\p{L}?|pekarn\\p{L}*|pekarstvi\\p{L}?|reznictvi\\p{L}?|cukrarn\\p{L}*|kadernictvi\\p{L}?|knihkupectvi\\p{L}?|lekarn\\p{L}*|autoservis\\p{L}{0,2}|truhlarstvi\\p{L}?|vinarstvi\\p{L}?",
    adjective: "before",
  },
  sr: {
    before:
      "hotel\\p{L}*|kafan\\p{L}*|kafic\\p{L}*|restoran\\p{L}*|bioskop\\p{L}*|kino|ulic\\p{L}*|trg|trgu|trga|trgom|kk|fk|nk|rk",
    after:
      "ulic\\p{L}*|trg|trgu|trga|trgom|bulevar\\p{L}*|most|mosta|mostu|kej|keju|more|moru|morem|zaliv\\p{L}*|zaljev\\p{L}*|tjesnac\\p{L}*|moreuz\\p{L}*",
    dishes:
      "kaf[aeiu]|kav[aeiu]|salat[aeiu]|kuhinj[aeiu]|sir|sira|vodk[aeiu]|pit[aeiu]|pasulj|corb[aeiu]|krompir\\p{L}*|ovcar\\p{L}*",
    bearers:
      "brod|brodu|brodom|trajekt\\p{L}*|jaht\\p{L}*|tanker\\p{L}*|fregat\\p{L}*|kruzer\\p{L}*|bar|baru|pab|pabu|kafe|kafeu|klub|klubu|stadion\\p{L}{0,2}|pozorist\\p{L}*|kazalist\\p{L}*|kinu|diskotek\\p{L}|picerij\\p{L}",
    shops:
      "pekar[aeiu]|mesar[aeiu]|mesnic[aeiu]|cvecar[aeiu]|cvjecar[aeiu]|apotek[aeiu]|ljekarn[aeiu]|poslasticarnic[aeiu]|slasticarnic[aeiu]|knjizar[aeiu]|frizersk\\p{L}+ salon\\p{L}{0,2}|vinarij[aeiu]|autoservis\\p{L}{0,2}",
    adjective: "before",
  },
  sq: {
    before:
      "rruga|rruges|rrugen|sheshi|sheshit|sheshin|bulevardi|bulevardit|hotel|hoteli|hotelit|kafe|bar|restorant|kinema|(?:deti|detit|gjiri|gjirit)(?: e| i)?",
    dishes: "kafe|kafeja|sallate|sallata|kuzhina|kuzhines|djathe|byrek|caj|supe",
    bearers:
      "anija|anijes|trageti|tragetit|tragetin|tankeri|fregata|jahti|stadiumi|stadiumin|teatri|klubi|lokali|piceri|piceria|supermarket",
    shops: "furra|furre|dyqani|farmacia|picerise|pasticeri|pasticeria|libraria|berberi|kantina",
    adjective: "after",
  },
  mk: {
    before:
      "хотел\\p{L}*|кафеан\\p{L}*|кафич\\p{L}*|ресторан\\p{L}*|кино|улица|улицата|ул\\.|плоштад|булевар|фк|кк|рк",
    after: "улиц\\p{L}*|плоштад\\p{L}*|булевар\\p{L}*|мост\\p{L}{0,3}|море|морето|залив\\p{L}*",
    dishes: "кафе|кафето|салата|салатата|кујна|кујната|сирење|чорба|пита",
    bearers:
      "брод|бродот|траект\\p{L}*|јахта\\p{L}*|танкер\\p{L}*|фрегата\\p{L}*|бар|барот|паб|клуб|клубот|театар|театарот|стадион\\p{L}*",
    shops: "пекара|пекарата|месарница|месарницата|цвеќара|цвеќарница|аптека|аптеката|слаткарница|книжарница",
    adjective: "before",
  },
};

interface PlaceRules {
  before: RuleBefore | null;
  bearers: RuleBefore | null;
  shops: RuleBefore | null;
  after: RuleBehind | null;
  dish: { before: RuleBefore | null; after: RuleBehind | null };
}

const reach = 40;
/** "Ulica Kraljevine Švedske" */
const states = "republi|kraljevin|kralovstv|krolestw|mbreteri|кралств";
/** "Malá Indie", "Klein Venedig" */
const sizes =
  "(?:mal|vel|velk|wielk|nov|now|star|stary|klein|petite?|piccol|pequen|nuev|viej)[a-z]{0,2}|nouvelle|мала|нова|стара";
/** What may stand between a word of a place and the name, a word that lookbehinds ask about, and ends of abbreviations ("ul."). */
const betweenPlaceAndName = new RegExp(
  `^(?:|de|la|du|des|del|di|d|della|da|do|e|i|u|via|salon\\p{L}{0,2}|${andWords}|(?:${states})\\p{L}*|${sizes})$`,
  "u",
);
/** "petits pois" */
const lastOfDish = /^pois$/;
const joinsNames = new RegExp(`^(?:${andWords})$`);

/** A quotation mark may stand before the name, and one name of the same sort between the word and it: "Chile y Paraguay". */
const rules = Object.fromEntries(
  Object.entries(words).map(
    ([lang, { before, bearers, shops, after, dishes, adjective }]): [string, PlaceRules] => [
      lang,
      {
        before: before
          ? new RuleBefore(
              new RegExp(
                `(?:^|[^\\p{L}])(?:${before})(?: |(?<='))"?(?:\\p{L}+ (?:${andWords}) |(?:${states})\\p{L}* )?$`,
                "u",
              ),
              { reach, more: betweenPlaceAndName, signs: "'\"" },
            )
          : null,
        bearers: bearers
          ? new RuleBefore(
              new RegExp(`(?:^|[^\\p{L}])(?:${bearers})(?: |(?<='))"?(?:(?:${sizes}) )?$`, "u"),
              { reach, more: betweenPlaceAndName, signs: "'\"" },
            )
          : null,
        shops: shops
          ? new RuleBefore(new RegExp(`(?:^|[^\\p{L}])(?:${shops}) "?$`, "u"), {
              reach,
              more: betweenPlaceAndName,
              signs: '"',
            })
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
    ],
  ),
);

const rulesOf = onceByTag((lang) => rulesFor(rules, mainLanguage(lang)));

/** Whether the stretch is part of the name of a street, a square, a water, a house or a ship; an adjective, of a dish. */
export function isInPlaceName(view: BlockView, start: number, end: number, form: SpellingForm): boolean {
  if (view.plain.charCodeAt(end) > firstHan) return isChineseThing(view, end);
  const rule = rulesOf(view.lang);
  if (!rule) return false;
  if (rule.before?.test(view, start)) return true;
  // "trajekt Norveška" is called so, "brod Norveške" belongs there, and "navire chinois" comes from there.
  const isCalled =
    form === "adjective"
      ? isCapital(view.plain.charCodeAt(start))
      : form !== "inflected" || !hasCases(view.lang);
  if (isCalled && rule.bearers?.test(view, start)) return true;
  if (form !== "adjective" && form !== "inflected") return false;
  const { after, dish } = rule;
  return Boolean(after?.test(view, end) || dish.after?.test(view, end) || dish.before?.test(view, start));
}

const hasCases = onceByTag((lang) => /^(pl|cs|sk|sr|hr|bs|sh|me|cnr|sl)/i.test(lang));

const firstHan = 0x2e80;
/** What is only called like a country in Chinese: teams, restaurants, dishes, streets, trees. */
const chineseThings =
  /^(?:国家|國家)?(?:队(?!伍)|隊(?!伍)|(?:男|女)(?:足|篮|籃|排)|餐厅|餐廳|餐馆|餐館|料理|泡菜|梧桐|菜(?![农農])|大街|路(?![线線由径徑演透])|酒店|饭店|飯店|轮盘|輪盤|牛仔|斗牛犬|鬥牛犬|牧羊犬|面包|麵包)/u;

function isChineseThing({ plain, lang }: BlockView, end: number): boolean {
  return mainLanguage(lang) === "zh" && chineseThings.test(plain.slice(end, end + 6));
}

/** Whether a person's name is here that of a street, a house or a shop. */
export function isCalledAfterPerson(view: BlockView, start: number): boolean {
  const rule = rulesOf(view.lang);
  return Boolean(rule?.before?.test(view, start) || rule?.shops?.test(view, start));
}
