import { rulesFor } from "./main-language.ts";

/**
 * Words that stand with a capital before a surname and are no given name, because they open a sentence or because
 * headlines and sloppy pages raise them. By language, folded.
 */
const lists: Record<string, string> = {
  en:
    "the a an and but or if when while as in on at to for with from by after before since that this these yet so then " +
    "however meanwhile although though because both also even only still will would can could should do does did has had " +
    "is was were are may might where who what why how not nor former mr mrs ms miss dr prof sir lord lady " +
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august " +
    "september october november december republican democrat democratic conservative labour like unlike under " +
    "against about says said asked told according per via let earlier later last next now today yesterday " +
    "speaking answering responding addressing quoting citing following despite without between president-elect " +
    "once until unless whether instead perhaps indeed nevertheless nonetheless moreover critics democrats republicans",
  de:
    "fur laut auch unter nach bei mit von vor gegen ohne seit wie doch aber und oder denn dass weil wenn ob als wahrend " +
    "obwohl nachdem bevor nun dann so da dort hier zudem ausserdem jedoch dabei dagegen deshalb daher damit dennoch " +
    "trotzdem schliesslich zuletzt bereits schon noch nur selbst sogar gerade heute gestern morgen uber durch um " +
    "zwischen neben gegenuber seitens seine sein ihr ihre der die das den dem des ein eine einen einem einer hat hatte ist war " +
    "wird will kann soll muss warum wer was wo zu zum zur im am beim vom ins als ex herr herrn frau doktor " +
    "montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar marz april mai juni juli august " +
    "september oktober november dezember",
  fr:
    "selon pour avec sous apres avant si merci et ou mais comme quand chez sans contre depuis des pendant lorsque lorsqu " +
    "que qu parce puisque ainsi alors aussi donc or car ni meme seul seule face outre malgre entre vers par sur dans en de " +
    "du la le les un une ce cet cette ces son sa ses leur leurs notre votre hier aujourd'hui lundi mardi mercredi jeudi " +
    "vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre " +
    "cependant toutefois pourtant enfin ensuite puis certes interroge interrogee administration gouvernement president " +
    "monsieur madame ministre m mme mm mr pr quant a au aux",
  es:
    "segun para con sin pero como cuando aunque mientras tambien ademas ayer hoy manana entonces tras ante desde hasta por " +
    "sobre entre contra que si no ni y e o el la los las lo un una su sus este esta aquel ya asi luego despues antes incluso " +
    "todavia solo tampoco dijo dice anadio de del al a en lunes martes miercoles jueves viernes sabado domingo enero febrero " +
    "marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre senor senora don dona",
  it:
    "secondo per con senza ma come quando mentre anche inoltre ieri oggi domani allora dopo prima da di a in su tra fra " +
    "contro che se non ne e o il lo la i gli le un una suo sua questo questa gia cosi poi infine intanto ancora solo " +
    "neppure dice ha del della dei lunedi martedi mercoledi giovedi venerdi sabato domenica gennaio febbraio marzo aprile " +
    "maggio giugno luglio agosto settembre ottobre novembre dicembre amministrazione governo signor signora",
  pt:
    "segundo para com sem mas como quando embora enquanto tambem alem ontem hoje amanha entao apos ante desde ate por " +
    "sobre entre contra que se nao nem e ou o a os as um uma seu sua este esta ja assim depois antes de do da em no na",
  pl:
    "wedlug dla z ze do po przed przez od na w we o u za pod nad bez i a ale lub czy ze bo gdy kiedy jak jesli poniewaz " +
    "choc natomiast jednak takze rowniez tylko nawet juz jeszcze wczoraj dzis dzisiaj jutro potem wtedy pan pani panu pana " +
    "zdaniem wobec podczas mimo oprocz to ten ta on ona nie byly byla",
  cs:
    "podle pro s se z ze do po pred od na v ve o u za pod nad bez i a ale nebo zda protoze kdyz jak jestli ackoli vsak " +
    "take rovnez jen dokonce uz jeste vcera dnes zitra potom pak pan pani panu pana vuci behem pres krome to ten ta on ona ne " +
    "byvaly byvala sam",
  sr:
    "prema za sa s iz do po pred od na u o kod pod nad bez i a ali ili da jer kad kada kako ako iako dok medutim takode " +
    "takodjer samo cak vec jos juce danas sutra potom zatim onda gospodin gospodja gospoda uz tokom tijekom pored osim to taj " +
    "ta on ona ne nakon posle poslije zbog bivsi bivsa",
  sq:
    "sipas per me nga ne te dhe por ose se si kur ku nese megjithese ndersa gjithashtu vetem edhe ende dje sot neser pastaj " +
    "atehere zoti zonja z znj ish ai ajo ky kjo para pas gjate mbi nen kunder nje i e",
  mk:
    "според за со од до по пред на во о кај под над без и а но или да бидејќи кога како ако иако додека меѓутоа исто само " +
    "дури веќе уште вчера денес утре потоа тогаш господин госпоѓа покрај освен тоа тој таа тие не поранешниот поранешната",
};
const sets: Record<string, ReadonlySet<string>> = Object.fromEntries(
  Object.entries(lists).map(([lang, list]) => [lang, new Set(list.split(" "))]),
);

/** @param lang main part of a language tag */
export function isSentenceOpener(word: string, lang: string): boolean {
  return rulesFor(sets, lang)?.has(word) === true || sets.en?.has(word) === true;
}
