/** What may stand in an IRI that every reader takes for a URI: the rest is written as %XX. */
const foreign = /[^\w\-.~:/?@!$&'()*+,;=%#]|%(?![0-9a-f]{2})/giu;
/** An address that is a URI as it stands: on the web, or of a scheme without a host. */
const uri =
  /^(https?:\/\/[\w.%-]+(:\d+)?([/?#][^#]*)?(#[^#]*)?|(?!https?:)[a-z][a-z\d+.-]*:[^/#?][^#]*(#[^#]*)?)$/i;

/** A name of our own: `urn:telecom-lens:entity:huawei`. */
export function lensIri(...parts: string[]): string {
  return ["urn:telecom-lens", ...parts.map((part) => encodeURIComponent(part.toWellFormed()))].join(":");
}

/** An address as an IRI; what is none by any reading gets a name of ours that holds it. */
export function addressIri(address: string): string {
  const written = address.toWellFormed().replace(foreign, encodeURIComponent);
  return uri.test(written) ? written : lensIri("page", address);
}
