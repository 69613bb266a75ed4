/** Where an address stands in a text: UTF-16 offsets. */
export interface AddressPlace {
  start: number;
  end: number;
}

/** Ends at a space, and at signs that no address holds. */
const address = /\bhttps?:\/\/[^\s<>"“”«»\p{Bidi_Control}]+/giu;

/** What may end an address and hardly ever does. */
const closing = ".,;:!?'’…*_";

/** The addresses of web pages that were typed into a text as they are, without what ends the sentence. */
export function addressesIn(text: string): AddressPlace[] {
  return [...text.matchAll(address)].flatMap(({ 0: found, index: start }) => {
    const whole = withoutEnd(found);
    return /\/\/./.test(whole) ? { start, end: start + whole.length } : [];
  });
}

function withoutEnd(address: string): string {
  // A bracket belongs to the sentence unless the address opened it, as those of an encyclopedia do.
  let tooMany = address.split(")").length - address.split("(").length;
  let end = address.length;
  for (; end > 0; end--) {
    const last = address.charAt(end - 1);
    if (last === ")" && tooMany > 0) tooMany--;
    else if (!closing.includes(last)) break;
  }
  return address.slice(0, end);
}
