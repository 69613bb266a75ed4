import { describe, expect, it } from "vitest";
import { guessLanguage, trustLanguage } from "../../../src/core/matching/guess-language.ts";

describe("the language of a text that does not tell it", () => {
  it.each([
    ["en", "The government said that it will not use the equipment of the company in its networks."],
    [
      "sq",
      "Qeveria tha se nuk do të përdorë pajisjet e kompanisë në rrjetet e saj, por për këtë ka ende debat.",
    ],
    [
      "sq",
      "Qeveria tha se nuk do te perdore pajisjet e kompanise ne rrjetet e saj, por per kete ka ende debat.",
    ],
    [
      "sr",
      "Vlada je rekla da neće koristiti opremu te kompanije u svojim mrežama, ali da o tome još nije odlučeno.",
    ],
    [
      "sr-Cyrl",
      "Влада је рекла да неће користити опрему те компаније у својим мрежама, али да о томе није одлучено.",
    ],
    [
      "mk",
      "Владата рече дека нема да ја користи опремата на компанијата во своите мрежи, но за тоа сè уште се зборува.",
    ],
    ["de", "Die Regierung sagte, dass sie die Technik des Konzerns nicht in den Netzen einsetzen werde."],
    [
      "fr",
      "Le gouvernement a dit que les équipements de la société ne seront pas utilisés dans ses réseaux.",
    ],
    ["es", "El gobierno dijo que no usará los equipos de la empresa en sus redes, según el ministro."],
    [
      "it",
      "Il governo ha detto che non userà gli apparati della società nelle sue reti, ma la decisione è aperta.",
    ],
    [
      "pl",
      "Rząd powiedział, że nie użyje sprzętu tej firmy w swoich sieciach, ale to jest jeszcze do ustalenia.",
    ],
    [
      "cs",
      "Vláda řekla, že nepoužije zařízení této firmy ve svých sítích, ale o tom se ještě jedná podle zákona.",
    ],
    ["zh", "政府表示不会在网络中使用该公司的设备。"],
    ["ja", "政府はその会社の機器を使わないと述べた。"],
    ["el", "Η κυβέρνηση είπε ότι δεν θα χρησιμοποιήσει τον εξοπλισμό."],
    ["en", "Huawei"],
    ["en", ""],
  ])("is %s", (language, text) => {
    expect(guessLanguage([{ text }])).toBe(language);
  });
});

describe("the language that a page declares", () => {
  const albanian =
    "Qeveria tha se nuk do të përdorë pajisjet e kompanisë në rrjetet e saj dhe për këtë ka debat. ";
  it.each([
    [
      "stands when the text agrees",
      "en-GB",
      "The government said that it will not use the equipment.",
      "en-GB",
    ],
    ["stands when the text is too short to tell", "en", albanian.slice(0, 30), "en"],
    ["gives way to a long text in another", "en", albanian.repeat(8), "sq"],
    ["gives way to another script", "en", "政府表示不会在网络中使用该公司的设备。", "zh"],
    [
      "stands among close languages",
      "hr",
      "Vlada je rekla da neće koristiti opremu i da o tome nije odlučeno. ".repeat(8),
      "hr",
    ],
    ["stands where there is no list of words for it", "hu", albanian.repeat(8), "hu"],
  ])("%s", (_, declared, text, expected) => {
    expect(trustLanguage(declared, [{ text }])).toBe(expected);
  });

  it.each([
    ["Die Der Und Nicht Mit Werden", "de"],
    ["DIE DER UND NICHT MIT WERDEN", "de"],
    ["ŽE SE KTERÁ PODLE JSOU", "cs"],
    ["ОВАА ДЕКА ШТО КОИ НЕ", "mk"],
  ])("knows small words in capitals: %s", (text, language) => {
    expect(guessLanguage([{ text }])).toBe(language);
  });
});
