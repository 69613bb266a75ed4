/**
 * The words beside which a country's name or adjective says only of what kind they are: currencies, dishes and drinks, breeds and
 * plants, diseases, national teams. Goods that are traded (wine, beef, chips) are left out: tariffs fall on those. All folded.
 */
export interface KindWords {
  /** Where the adjective stands. */
  adjective: "before" | "after" | "either";
  /** Words and stems of what an adjective only says the kind of. */
  heads: string;
  /** Those that are called so after some countries alone, and how these begin: a Turkish rug, a Norway rat. */
  some?: Record<string, string>;
}

export const kindWords: Record<string, KindWords> = {
  en: {
    adjective: "before",
    heads:
      "(?:franc|rouble|ruble|rupee|peso|dinar|dirham|riyal|rial|shekel|forint|hryvnia|koruna|shilling|cedi|lek|lira|zloty|baht)s?|yen|yuan|" +
      "renminbi|rupiah|ringgit|kron[aeu]|kronor|kroner|tenge|lari|leu|lei|lev|leva|dong|naira|kwacha|birr|taka|manat|" +
      "(?:restaurant|takeaway|recipe|muffin|dumpling|ceviche|pancake|taco|burrito|kebab|meatball|pizza|soup|omelette|waffle|sausage|salad|" +
      "noodle|breakfast|stew|doughnut|crepe|cheese|barbecue|buffet|bread|massage|proverb|yogh?urt)s?|cuisine|curry|curries|pastry|pastries|" +
      "tapas|paella|pho|goulash|borsch|borscht|baklava|moussaka|kimchi|ramen|naan|mezze|meze|pierogi|" +
      "(?:terrier|bulldog|hound|wolfhound|sheepdog|elkhound|vizsla|setter|spaniel|pointer|retriever|mastiff|corgi|vallhund|greyhound|whippet|" +
      "poodle|shorthair|shepherd|ridgeback|pinscher|akita|tarantula|bluebell|oak|spruce|warmblood|draught|collie)s?|spitz|malinois|pony|ponies|" +
      "knotweed|ivy|lavender|juniper|parsley|broom|larch|flu|influenza|encephalitis|measles|haemorrhagic|hemorrhagic|national(?= (?:[a-z]+ )?(?:team|side|squad))",
    some: {
      "crowns?": "czech|danish|norwegian|swedish|icelandic|estonian",
      "pounds?": "british|egyptian|lebanese|syrian|sudanese|turkish|cypriot|irish|uk",
      // "A South Korean won the race."
      "won(?! (?:the|an?|his|her|gold|silver|bronze|by|first|two|three)(?![a-z]))":
        "south korean|north korean|korean",
      "reals?(?! (?:estate|madrid))": "brazilian",
      rand: "south african",
      "coffees?": "turkish|irish|greek|cuban",
      bacon: "canadian",
      "ice(?! (?:hockey|danc|skat))": "italian",
      "horses?": "icelandic",
      mau: "egyptian",
      equine: "venezuelan",
      moss: "spanish",
      "(?:rat|lobster|maple)s?": "norway",
      "oaks?": "turkey",
      "sharks?": "greenland",
      "umbrellas?(?! (?:organi|group|bod|term))": "bulgarian",
      "cedars?(?! rapids)": "leban",
      "blues?(?= (?:cattle|cows?|bulls?))": "belgian",
      "browns?(?= (?:cattle|cows?|bulls?))": "swiss",
      "currents?(?! account)": "brazil|norwegian",
      libre: "cuba",
    },
  },
  de: {
    adjective: "before",
    heads:
      "franken|lira|lire|kronen?|yuan|yen|rubels?|zlotys?|forints?|pfund|pesos?|rupien?|dinare?|schilling|baht|leu|lewa?|lek|hrywnja|griwna|" +
      "schekel|rijal|riyal|dirham|tenge|" +
      "gulasch\\p{L}*|gurken?|dressing|[a-z]*salat|[a-z]*kaffee|kuche|[a-z]*wurst|[a-z]*kase|eier|honig|bier|wodka|tee|joghurt|[a-z]*kuchen|" +
      "[a-z]*suppe|borschtsch|eintopf|pasta|piroggen|tortilla|currys?|pizza|[a-z]*brot|croissants?|kebab|paella|ramen|krapfen|knodel|torte|fondue|" +
      "spezialitaten|fruhstuck|dogge|[a-z]*schaferhund|hirtenhund|wasserhund|vorstehhund|laufhund|bulldoggen?|setter|terrier|windhund|wolfshund|schnauzer|pinscher|warmblut|kaltblut|" +
      "grippe|enzephalitis|roulett?e?|[a-z]*nationalmannschaft|nationalelf",
    some: {
      reals: "brasilian",
      won: "sudkorean",
      rand: "sudafrikan",
      "wand|pfeffer|fliege|reiter": "spanisch",
      gardinen: "schwedisch",
      abgang: "polnisch",
      elefant: "indisch",
      "garde|nati": "schweizer",
      "neujahr|neujahrsfest": "chinesisch",
    },
  },
  fr: {
    adjective: "after",
    heads:
      "francs?|yuans?|yens?|roubles?|roupies?|rials?|riyals?|dirhams?|dinars?|forints?|zlotys?|baht|hryvnias?|shekels?|leu|lev|" +
      "cafe|filet|salades?|cuisine|fromages?|biere|vodka|petits pois|creme|assiette|the|yaourts?|currys?|crepes?|tarte|soupe|omelette|ragout|" +
      "goulaschs?|goulash|bortsch|borchtch|raviolis|pizza|bouledogues?|setters?|terriers?|epagneuls?|grippe|encephalite|equipe nationale",
    some: {
      "livres?": "turque|libanaise|egyptienne|syrienne|britannique|soudanaise",
      "couronnes?": "danoise|suedoise|norvegienne|tcheque|islandaise|estonienne",
      "lires?|bains?": "tur[cq]",
      "pesos?": "argentin|mexicain|chilien|colombien|uruguayen|cubain|philippin|dominicain",
      "real|reals": "bresilien",
      won: "sud",
      "lait|roulette|poupees?|montagnes": "russe",
      "pain|couteaux?": "suisse",
      "tetes?|ombres?|choux?|fondue|an": "chinois",
      "bergers?": "allemand|belge|australien",
      "auberge|mouche": "espagnol",
    },
  },
  es: {
    adjective: "after",
    heads:
      "francos?|yuan|yuanes|yen|yenes|rublos?|rupias?|forintos?|zlotys?|dirhams?|dinar|dinares|liras?|grivnas?|shekels?|" +
      "cafe|ensaladas?|ensaladilla|cocina|comida|tortillas?|quesos?|cerveza|vodka|bano|gulash|gulasch|borsch|yogur|curry|sopa|pizza|empanadas?|" +
      "gripe|encefalitis|bulldog|setter|terrier|seleccion",
    some: {
      "coronas?": "danesa|sueca|noruega|checa|islandesa|estonia",
      "libras?": "turca|libanesa|egipcia|siria|britanica|sudanesa",
      "pesos?": "argentin|mexican|chilen|colombian|uruguay|cuban|filipin|dominican",
      "real|reales": "brasilen",
      "sol|soles": "peruan",
      "wones|won": "surcorean",
      "montanas?|ruleta|munecas?": "rus",
      "navajas?": "suiz",
      "sombras?|cuentos?": "chin",
    },
  },
  pt: { adjective: "after", heads: "cafe|salada|comida|queijo|franco|iene|iuan|rublo|gripe" },
  it: {
    adjective: "after",
    heads:
      "franco|franchi|yuan|yen|rubl[oi]|rupi[ae]|fiorin[oi]|zloty|dirham|dinar[oi]|lir[ae]|sterlin[ae]|grivni[ae]|shekel|" +
      "caffe|insalat[ae]|cucina|formaggio|formaggi|birra|vodka|bagno|zuppa|gulasch|gulash|borsch|borscht|yogurt|curry|pizza|" +
      "influenza|encefalite|bulldog|setter|terrier|(?:la|della|alla|dalla|nella) nazionale",
    some: {
      "coron[ae]": "danes|svedes|norveges|ceca|ceche|islandes|eston",
      "pesos?": "argentin|messican|cilen|colombian|uruguai?an|cuban|filippin|dominican",
      "real|reais": "brasilian",
      won: "sudcorean",
      "montagn[ae]|roulette|matriosk[ae]|bambol[ae]": "russ",
      "ombr[ae]|scatol[ae]|capodanno": "cines",
    },
  },
  pl: {
    adjective: "either",
    heads:
      "frank(?:a|i|ow|owi|iem)?|dolar(?:a|y|ow|owi|em)|jen(?:a|y|ow|em)?|juan(?:a|y|ow|em)?|rub(?:el|la|le|li|lem)|rupi[aeiy]|forint(?:a|y|ow|em)?|funt(?:a|y|ow|em)?|" +
      "lir[aeyi]?|peso|dinar(?:a|y|ow|em)?|hrywn[aey]|dirham\\p{L}{0,2}|szekel\\p{L}{0,2}|" +
      "salatk\\p{L}*|kaw[aeyi]|kuchni\\p{L}*|pierog\\p{L}*|wodk\\p{L}*|piw[aoe]|ser\\p{L}?|gulasz\\p{L}{0,3}|barszcz\\p{L}{0,3}|" +
      "jogurt\\p{L}{0,3}|curry|pizz[aey]|zup[aey]|placki|makaron\\p{L}{0,3}|kapust[aey]|herbat[aey]|" +
      "gryp[aeyi]|owczar[ek]\\p{L}{0,4}|buldog\\p{L}{0,3}|seter\\p{L}{0,2}|terier\\p{L}{0,2}|wilczur\\p{L}{0,2}|reprezentacj\\p{L}{1,2}",
    some: {
      "koron(?:a|y|e|ie)?": "czesk|dunsk|szwedzk|norwesk|islandzk|estonsk",
      "won(?:a|y|ow)?": "poludniowokorean",
      "lew(?:a|y|ow)?": "bulgar",
      "ryb\\p{L}": "greck",
      "ruletk\\p{L}": "rosyjsk",
      "stol(?:u|em)?": "szwedzk",
      "orzech\\p{L}{0,3}": "wlosk",
      "much[aey]": "hiszpansk",
      "mur(?:u|em)?": "chinsk",
      dog: "dunsk|niemieck",
    },
  },
  cs: {
    adjective: "before",
    heads:
      "frank(?:u|y|em|ovi)?|dolar(?:u|y|em|ovi)|juan(?:u|y|em)?|rubl(?:u|y|em|e)?|rupi[eiu]|forint(?:u|y|em)?|libr[aeyu]|lir[aeyu]|pes[oa]|dinar(?:u|y|em)?|hrivn[aeyu]|" +
      "sekel|korun[aeyu]?|korunou|" +
      "vejce|ptack\\p{L}*|ptacek|kav[auey]|kavou|salat\\p{L}*|kuchyn\\p{L}*|syr\\p{L}*|vodk\\p{L}*|pivo|piva|zmrzlin\\p{L}*|gulas\\p{L}{0,2}|" +
      "borsc\\p{L}{0,2}|jogurt\\p{L}{0,2}|testovin\\p{L}{1,2}|kari|pizz[aeyu]|polevk\\p{L}{1,2}|knedlik\\p{L}{0,2}|caj|caje|" +
      "chripk[aeyou]{1,2}|encefalitid\\p{L}{1,2}|ovcak\\p{L}{0,2}|buldoc\\p{L}{1,4}|setr|setra|terier\\p{L}{0,2}|zeli|reprezentac\\p{L}{1,2}",
    some: {
      "jen(?:u|y|em)?": "japonsk",
      "won(?:u|y)?": "jihokorej",
      "lev(?:u|y)?": "bulhar",
      "zlot(?:y|ych|eho|emu)": "polsk",
      "rulet\\p{L}{1,2}": "rusk",
      "vesnic\\p{L}": "spanelsk",
      hospodarstvi: "tureck",
      "stol[uy]?": "svedsk",
      "zed|zdi": "cinsk",
    },
  },
  sr: {
    adjective: "before",
    heads:
      "fran(?:ak|ka|ku|kom|ci|aka)|dolar(?:a|i|u|om)|juan(?:a|u|om)?|rublj[aeiu]|rupij[aeiu]|forint[aeiu]?|funt[aeiu]|lir[aeiu]|pezos\\p{L}{0,2}|dinar(?:a|i|u|om)?|" +
      "denar(?:a|i|u|om)?|hrivnj[aeiu]|sekel\\p{L}{0,2}|krun[aeiu]|krunom|" +
      "kaf[aeiu]|kav[aeiu]|salat[aeiu]|kuhinj[aeiu]|sir|sira|vodk[aeiu]|pit[aeiu]|pasulj|corb[aeiu]|krompir\\p{L}*|gulas\\p{L}{0,2}|" +
      "borsc\\p{L}{0,2}|jogurt\\p{L}{0,2}|past[aeu]|testenin[aeu]|tjestenin[aeu]|kroasan\\p{L}{0,2}|pic[aeu]|kari|caj|caja|kupus|kupusa|sup[aeu]|juh[aeu]|" +
      "dorucak|dorucka|groznic[aeu]|grip[aeu]?|encefalitis\\p{L}{0,2}|ovcar\\p{L}*|buldog\\p{L}{0,2}|seter|setera|terijer\\p{L}{0,2}|reprezentacij\\p{L}{1,2}",
    some: {
      "jen(?:a|u|om)?": "japansk",
      "von(?:a|i|u)?": "juznokorejsk",
      "lev(?:a|u|i)?": "bugarsk",
      "zlot(?:i|a|ih)": "poljsk",
      "rulet(?:a|u)?": "rusk",
      "sel[ao]": "spansk|spanjolsk",
      "stol?": "svedsk",
      "zid(?:a|u)?": "kinesk",
      "borovnic[aeu]": "americk",
      "med(?:a)?": "tursk",
    },
  },
  sq: {
    adjective: "after",
    heads:
      "frang(?:a|e|es|en|ave)?|jen(?:i|it|in)|juan(?:i|it|in)|rubl(?:a|e|es|en)|rupi(?:a|e|es)|forint(?:a|e|es)|paund(?:i|it|in)|" +
      "lir(?:a|e|es|en)|peso(?:ja|je|s)?|dinar(?:i|it|in|e)?|denar(?:i|it|in)|grivn(?:a|e|es)|zlot(?:i|it)|koron(?:a|e|es|en|ave)|" +
      "kaf(?:e|eja|ja)|sallat[ae]|kuzhin[ae]|kuzhines|djath[ei]|byreku?|caji?|sup[ae]|gullash\\p{L}{0,2}|gulash\\p{L}{0,2}|borsh\\p{L}{0,2}|kosi?|" +
      "makarona\\p{L}?|pica|lakra|laker|gripi?|gripit|encefalit\\p{L}{0,2}|buldog\\p{L}{0,2}|seter|seteri|kombetarja|kombetaren|kombetares",
    some: { "qeni?": "gjerman", ruleta: "ruse", muri: "kinez" },
  },
  mk: {
    adjective: "before",
    heads:
      "франк(?:от|а|ови)?|јен(?:от|и)?|јуан(?:от|и)?|рубљ\\p{L}{1,3}|рупи\\p{L}{1,3}|форинт\\p{L}{1,3}|фунт\\p{L}{1,3}|лир\\p{L}{1,3}|песо\\p{L}{0,3}|" +
      "динар(?:от|и|ите)?|денар(?:от|и|ите)?|хривн\\p{L}{1,3}|круна|круната|круни|долар(?:от|и|ите)?|" +
      "кафе|кафето|салата|салатата|кујна|кујната|сирење|чорба|пита|гулаш|гулашот|борш|боршот|јогурт|јогуртот|тестенини|тестенините|пица|чај|чајот|зелка|" +
      "грип|грипот|енцефалитис\\p{L}{0,2}|овчар\\p{L}{0,2}|булдог\\p{L}{0,2}|сетер|сетерот|репрезентациј\\p{L}{1,3}",
    some: {
      "лев(?:а|ови|от)?": "бугарск",
      треска: "шпанск",
      рулет: "руск",
      "ѕид(?:от)?": "кинеск",
      села: "шпанск",
      мед: "турск",
      маса: "шведск",
    },
  },
};
