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
      "poodle|shorthair|shepherd|ridgeback|pinscher|akita|tarantula|bluebell|goose|oak|spruce|warmblood|draught|collie)s?|spitz|malinois|pony|ponies|" +
      "geese|mitten crabs?|knotweed|ivy|lavender|juniper|parsley|broom|larch|flu|influenza|encephalitis|measles|haemorrhagic|hemorrhagic|toast|fries|lasagne|lasagna|risotto|gelato|tiramisu|schnitzels?|strudels?|tagines?|couscous|hummus|falafels?|gyros|souvlaki|sushi|tempura|bibimbap|gazpacho|" +
      "churros|empanadas?|nachos|fajitas|meze|patisseries?|brasseries?|bistros?|trattorias?|tavernas?|(?:onion|cabbage|beetroot|miso) soup|green curry|red curry|fried rice|" +
      "rice pudding|spring rolls?|sandwich(?:es)?|mustard|biscuits?|desserts?|cakes?|loaf|loaves|dishes|cooking|cookery|cookbooks?|street food|food (?:stall|truck|festival|shop|market)s?|tango|flamenco|national(?= (?:[a-z]+ )?(?:team|side|squad))",
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
      "guitars?|onions?": "spanish",
      "towels?|tea": "turkish",
      cotton: "egyptian",
      "(?:bean|marigold|plait|stick)s?|cricket": "french",
      "(?:maple|anemone|garden)s?|cherry|cherries": "japanese",
      "cigars?": "cuban",
      "dolls?": "russian",
      "dancing|jigs?|whiskey": "irish",
      boxing: "thai",
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
      "[a-z]*pfannkuchen|palatschinken|crepes?|waffeln?|omeletts?|[a-z]*sosse|[a-z]*sauce|senf|[a-z]*toast|[a-z]*braten|[a-z]*schnitzel|[a-z]*auflauf|" +
      "speisen|[a-z]*restaurants?|kochkurse?|eis|lasagne|risotto|tapas|ravioli|frikadellen|fleischbal{1,2}chen|hackballchen|mokka|konditorei|backwaren|lokum|baklava|moussaka|" +
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
      "goulaschs?|goulash|bortsch|borchtch|raviolis|pizza|toasts?|galettes?|gaufres?|sauces?|boulettes?|brioches?|pates|gastronomie|restaurants?|gateaux?|patisseries?|desserts?|moussaka|saucisses?|" +
      "saucissons?|sandwich(?:s|es)?|nouilles|nems?|moutarde|beignets?|concombres?|baklavas?|bouledogues?|setters?|terriers?|epagneuls?|grippe|encephalite|equipe nationale",
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
      "tostadas?|crepes?|pan|panes|pastel|pasteles|tartas?|gofres?|salsas?|guisos?|estofados?|albondigas|fideos|raviolis?|lasana|moussaka|restaurantes?|" +
      "gastronomia|postres?|dulces|helados?|salchichas?|sopas|platos?|tango|tangos|mostaza|gripe|encefalitis|bulldog|setter|terrier|seleccion",
    some: {
      "coronas?": "danesa|sueca|noruega|checa|islandesa|estonia",
      "libras?": "turca|libanesa|egipcia|siria|britanica|sudanesa",
      "pesos?": "argentin|mexican|chilen|colombian|uruguay|cuban|filipin|dominican",
      "real|reales": "brasilen",
      "sol|soles": "peruan",
      "wones|won": "surcorean",
      "montanas?|ruleta|munecas?|filetes?": "rus",
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
      "pane|crepes?|dolc[ei]|tort[ae]|salsicc[ei]a?|frittat[ae]|polpett[ae]|zuppe|minestr[ae]|ristorant[ei]|gastronomia|biscott[oi]|gelat[oi]|moussaka|" +
      "ravioli|involtin[oi]|spaghetti|sals[ae]|senape|trattori[ae]|pasticceri[ae]|rosticceri[ae]|birre|vodke|te|the|tango|influenza|encefalite|bulldog|setter|terrier|(?:la|della|alla|dalla|nella) nazionale",
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
      "nalesnik\\p{L}{0,4}|tost\\p{L}{0,3}|grzan\\p{L}{1,3}|kotlet\\p{L}{0,3}|klops\\p{L}{0,4}|salat\\p{L}{1,2}|sos\\p{L}{0,3}|chleb\\p{L}{0,3}|buleczk\\p{L}{0,3}|" +
      "rogalik\\p{L}{0,3}|ciast\\p{L}{1,4}|deser\\p{L}{0,3}|lod[yaow]{1,2}|restauracj\\p{L}{1,2}|knedl\\p{L}{0,3}|musztard\\p{L}|kielbas\\p{L}{0,3}|sernik\\p{L}{0,2}|bulk\\p{L}{1,3}|gofr\\p{L}{0,2}|" +
      "omlet\\p{L}{0,2}|zapiekank\\p{L}{1,2}|baklaw\\p{L}|musak\\p{L}|szarlotk\\p{L}|tang[oa]|gryp[aeyi]|owczar[ek]\\p{L}{0,4}|buldog\\p{L}{0,3}|seter\\p{L}{0,2}|terier\\p{L}{0,2}|wilczur\\p{L}{0,2}|reprezentacj\\p{L}{1,2}",
    some: {
      "koron(?:a|y|e|ie)?": "czesk|dunsk|szwedzk|norwesk|islandzk|estonsk",
      "won(?:a|y|ow)?": "poludniowokorean",
      "lew(?:a|y|ow)?": "bulgar",
      "ryb\\p{L}": "greck",
      "kapelusz\\p{L}{0,3}": "panamsk",
      "ruletk\\p{L}": "rosyjsk",
      "stol(?:u|e|em)?": "szwedzk",
      "orzech\\p{L}{0,3}": "wlosk",
      "much[aey]": "hiszpansk",
      "mur(?:u|em)?": "chinsk",
      "scyzoryk\\p{L}{0,3}": "szwajcarsk",
      "klucz(?:a|e|em|ami)?|piesk(?:a|i|ow)|piesek|pocalun(?:ek|ku|kiem|ki)": "francusk",
      "wyjsci[aeu]|wyjsciem|flegm[aey]": "angielsk",
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
      "palacin\\p{L}{1,4}|livan\\p{L}{1,4}|toast\\p{L}{0,3}|omack\\p{L}{1,2}|omelet\\p{L}{0,2}|rohlik\\p{L}{0,2}|chleb\\p{L}{0,2}|baget\\p{L}{1,2}|bramborak\\p{L}{0,2}|kolac\\p{L}{0,3}|" +
      "dort\\p{L}{0,2}|zakusk\\p{L}{1,2}|dezert\\p{L}{0,2}|restaurac\\p{L}{1,3}|klobas\\p{L}{1,2}|horcic\\p{L}|vafl\\p{L}{1,2}|nudl\\p{L}{1,2}|rizek|rizky|rizku|musak\\p{L}|specialit\\p{L}{1,2}|tang[oa]|chripk[aeyou]{1,2}|chripce|encefalitid\\p{L}{1,2}|ovcak\\p{L}{0,2}|buldoc\\p{L}{1,4}|setr|setra|terier\\p{L}{0,2}|zeli|reprezentac\\p{L}{1,2}",
    some: {
      "jen(?:u|y|em)?": "japonsk",
      "won(?:u|y)?": "jihokorej",
      "lev(?:u|y)?": "bulhar",
      "zlot(?:y|ych|eho|emu)": "polsk",
      "rulet\\p{L}{1,2}": "rusk",
      "klobou(?:k|c)\\p{L}{0,3}": "panamsk",
      "kol(?:o|a|u|e|em)": "rusk",
      "dam[aeuy]|damou": "cinsk",
      med: "tureck",
      "pa(?:rk|rku|rky)": "anglick",
      "trojk\\p{L}{1,2}": "svedsk",
      "brambor\\p{L}{0,2}": "francouzsk",
      "slanin\\p{L}{1,2}": "anglick",
      "vesnic\\p{L}": "spanelsk",
      hospodarstvi: "tureck",
      "stul|stol(?:u|y|e|em)": "svedsk",
      "nuz|noz(?:e|i|em|ik\\p{L}{0,2})": "svycarsk",
      "klic(?:e|i|em)?|polib(?:ek|ku|kem|ky)": "francouzsk",
      "dog[aey]|dogou": "nemeck",
      "flegma\\p{L}{0,2}|roh|rohu|rohem": "anglick",
      "zed|zdi": "cinsk",
      brambory: "francouzsk",
    },
  },
  sr: {
    adjective: "before",
    heads:
      "fran(?:ak|ka|ku|kom|ci|aka)|dolar(?:a|i|u|om)|juan(?:a|u|om)?|rublj[aeiu]|rupij[aeiu]|forint[aeiu]?|funt[aeiu]|lir[aeiu]|pezos\\p{L}{0,2}|dinar(?:a|i|u|om)?|" +
      "denar(?:a|i|u|om)?|hrivnj[aeiu]|sekel\\p{L}{0,2}|krun[aeiu]|krunom|" +
      "kaf[aeiu]|kav[aeiu]|salat[aeiu]|kuhinj[aeiu]|sir|sira|vodk[aeiu]|pit[aeiu]|pasulj|corb[aeiu]|krompir\\p{L}*|gulas\\p{L}{0,2}|" +
      "borsc\\p{L}{0,2}|jogurt\\p{L}{0,2}|past[aeu]|testenin[aeu]|tjestenin[aeu]|kroasan\\p{L}{0,2}|pic[aeu]|kari|caj|caja|kupus|kupusa|sup[aeu]|juh[aeu]|" +
      "dorucak|dorucka|palacin\\p{L}{1,4}|kap[aeu]|kapom|gibanic\\p{L}{1,2}|burek\\p{L}{0,2}|tort[aeiu]|kolac\\p{L}{0,3}|hlj?eb\\p{L}{0,2}|kruh\\p{L}{0,2}|pogac\\p{L}{1,2}|tost\\p{L}{0,2}|kobasic\\p{L}{1,3}|" +
      "sos\\p{L}{0,2}|umak\\p{L}{0,2}|senf\\p{L}{0,2}|sladoled\\p{L}{0,2}|vafl\\p{L}{0,2}|omlet\\p{L}{0,2}|restoran\\p{L}{0,3}|specijalitet\\p{L}{0,3}|jel[aou]|jelim\\p{L}|rezanc\\p{L}{0,3}|cuft\\p{L}{1,3}|" +
      "musak\\p{L}|rizot\\p{L}{0,2}|pomfrit\\p{L}{0,2}|sendvic\\p{L}{0,3}|odrez(?:ak|ka|ku|kom|ci|ke)|snicl[aeu]|rolat\\p{L}{0,2}|ratluk\\p{L}{0,2}|lokum\\p{L}{0,2}|baklav\\p{L}|slatkis\\p{L}{0,3}|poslastic\\p{L}{1,3}|tang[oa]|groznic[aeu]|grip[aeu]?|encefalitis\\p{L}{0,2}|ovcar\\p{L}*|buldog\\p{L}{0,2}|seter|setera|terijer\\p{L}{0,2}|reprezentacij\\p{L}{1,2}|" +
      "lon(?:ac|ca|cu|cem|ci|ce)|kahv[aeiu]|cevap\\p{L}{0,5}|giros\\p{L}{0,2}|pelmen\\p{L}{0,3}|baget\\p{L}{1,2}|paprikas\\p{L}{0,2}|pljeskavic\\p{L}{1,3}|tiramis\\p{L}{1,2}|tapas\\p{L}{0,3}|paelj[aeiu]|" +
      "cili|cilij[aeu]|halv[aeiu]|alv[aeiu]|ajvar\\p{L}{0,2}|kajma(?:k|ka|ku|kom)|sudzu(?:k|ka|ku|ci|cima)|prsut\\p{L}{0,2}|pancet[aeiu]|somun\\p{L}{0,2}|lepinj\\p{L}{1,3}|peciv[aou]|kvas|kvasa|grah|graha|sarm[aeiu]|" +
      "susi|sus[iu]ja|kimci\\p{L}{0,2}|sirevi|sireva|sireve|raznjic\\p{L}{0,4}|rostilj\\p{L}{0,2}|kebab\\p{L}{0,2}|falafel\\p{L}{0,2}|humus\\p{L}{0,2}|tortilj\\p{L}{1,2}|nacos\\p{L}{0,2}|burrit\\p{L}{1,2}|lazanj\\p{L}{1,2}|spaget\\p{L}{1,3}|" +
      "njok\\p{L}{1,3}|strudl[aeiu]|savijac[aeu]|fritul\\p{L}|ustip\\p{L}{2,4}|pogacic\\p{L}{1,3}|blin\\p{L}{1,3}|krofn\\p{L}{1,3}|perec\\p{L}{0,3}|tufahij[aeu]|dolm[aeu]|corbic[aeu]|" +
      "trpez[aeiu]|meze|mezet\\p{L}{1,2}|zakus(?:ka|ku|ke)|krem|kremsnit[aeu]|kifl[aeiu]|rakij[aeu]|viski|viskij[aeu]|pelinkovac|kruskovac|salvet[aeu]|fondi|raviol\\p{L}{1,2}|gazpac\\p{L}{1,2}|varivo|variva|mezz[ae]",
    some: {
      "jen(?:a|u|om)?": "japansk",
      "von(?:a|i|u)?": "juznokorejsk",
      "lev(?:a|u|i)?": "bugarsk",
      "zlot(?:i|a|ih)": "poljsk",
      "rulet(?:a|u)?": "rusk",
      "sesir\\p{L}{0,3}": "panamsk",
      "sel[ao]": "spansk|spanjolsk",
      "sto|stol(?:a|u|om)?": "svedsk",
      "zid(?:a|u)?": "kinesk",
      "noz(?:a|u|em|evi|eve|ic\\p{L}{0,2})?": "svajcarsk|svicarsk",
      "kljuc(?:a|u|em|evi|eve|eva)?": "francusk|englesk",
      "poljub(?:ac|ca|cu|cem|ci)": "francusk",
      "park(?:a|u|ovi)?|flaster\\p{L}{0,2}|trav[aeu]": "englesk",
      "balkon\\p{L}{0,2}|lezaj\\p{L}{0,2}|krevet\\p{L}{0,2}|zagrad[aeu]": "francusk",
      "orah|oras(?:i|cic\\p{L}{1,2})": "brazilsk|indijsk",
      "ruz[aeu]": "kinesk",
      "terij?er\\p{L}{0,2}|stafordsk\\p{L}{1,3} terij?er\\p{L}{0,2}": "americk|englesk",
      "dog[aeu]": "dansk|njemack|nemack",
      "ljestv\\p{L}{1,3}|lestvic\\p{L}{1,3}": "svedsk",
      "svinj[aeu]|svinjc\\p{L}{1,3}": "vijetnamsk",
      "borovnic[aeu]": "americk",
      "med(?:a)?": "tursk",
      "hrt\\p{L}{0,3}": "rusk",
    },
  },
  sq: {
    adjective: "after",
    heads:
      "frang(?:a|e|es|en|ave)?|jen(?:i|it|in)|juan(?:i|it|in)|rubl(?:a|e|es|en)|rupi(?:a|e|es)|forint(?:a|e|es)|paund(?:i|it|in)|" +
      "lir(?:a|e|es|en)|peso(?:ja|je|s)?|dinar(?:i|it|in|e)?|denar(?:i|it|in)|grivn(?:a|e|es)|zlot(?:i|it)|koron(?:a|e|es|en|ave)|" +
      "kaf(?:e|eja|ja)|sallat[ae]|kuzhin[ae]|kuzhines|djath[ei]|byreku?|caji?|sup[ae]|gullash\\p{L}{0,2}|gulash\\p{L}{0,2}|borsh\\p{L}{0,2}|kosi?|" +
      "makarona\\p{L}?|pica|lakra|laker|palacink\\p{L}{0,3}|bukes?|buken|buka|tort[ae]n?|embelsir\\p{L}{0,4}|akullor\\p{L}{1,3}|salc\\p{L}{1,3}|restorant\\p{L}{0,3}|tosti?|qofte\\p{L}{0,2}|byrekut|baklav\\p{L}{1,2}|gatim\\p{L}{0,3}|tangoj?a?|gripi?|gripit|encefalit\\p{L}{0,2}|buldog\\p{L}{0,2}|seter|seteri|kombetarja|kombetaren|kombetares",
    some: {
      "qeni?": "gjerman",
      ruleta: "ruse",
      muri: "kinez",
      "thik[ae]?|thiken": "zvicer",
      "celes(?:i|in|at)?": "anglez|francez",
    },
  },
  mk: {
    adjective: "before",
    heads:
      "франк(?:от|а|ови)?|јен(?:от|и)?|јуан(?:от|и)?|рубљ\\p{L}{1,3}|рупи\\p{L}{1,3}|форинт\\p{L}{1,3}|фунт\\p{L}{1,3}|лир\\p{L}{1,3}|песо\\p{L}{0,3}|" +
      "динар(?:от|и|ите)?|денар(?:от|и|ите)?|хривн\\p{L}{1,3}|круна|круната|круни|долар(?:от|и|ите)?|" +
      "кафе|кафето|салата|салатата|кујна|кујната|сирење|чорба|пита|гулаш|гулашот|борш|боршот|јогурт|јогуртот|тестенини|тестенините|пица|чај|чајот|зелка|" +
      "палачинк\\p{L}{1,3}|торт\\p{L}{1,3}|колач\\p{L}{0,4}|леб|лебот|тост\\p{L}{0,3}|колбас\\p{L}{0,4}|сос\\p{L}{0,3}|сенф|сладолед\\p{L}{0,2}|омлет\\p{L}{0,2}|ресторан\\p{L}{0,4}|" +
      "специјалитет\\p{L}{0,4}|капа|капата|баклав\\p{L}{1,3}|бурек|мусак\\p{L}{1,2}|јадењ\\p{L}{1,3}|вафл\\p{L}{1,3}|супа|супата|кафиња|салати|салатите|чорби|танго|грип|грипот|енцефалитис\\p{L}{0,2}|овчар\\p{L}{0,2}|булдог\\p{L}{0,2}|сетер|сетерот|репрезентациј\\p{L}{1,3}",
    some: {
      "лев(?:а|ови|от)?": "бугарск",
      треска: "шпанск",
      "рулет(?:от|а|ата)?": "руск",
      "шешир\\p{L}{0,3}": "панамск",
      "орев(?:от|и|ите)?": "индиск|бразилск",
      "вон(?:от|и)?": "јужнокорејск",
      "ѕид(?:от)?": "кинеск",
      "сел[оа]": "шпанск",
      "локум(?:от|и)?": "турск",
      мед: "турск",
      "маса(?:та)?": "шведск",
      "нож(?:от|еви|е|ето|иња|че)?": "швајцарск",
      "клуч(?:от|еви)?": "француск|англиск",
      "ора(?:в|ви|си)": "бразилск",
      "парк(?:от)?": "англиск",
      "дога(?:та)?": "германск|данск",
    },
  },
};
