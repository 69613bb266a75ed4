/** Why each runtime dependency is there, for the review of dependencies; a test holds the list to `package.json`. */
export const dependencyReasons: Record<string, string> = {
  "@floating-ui/dom": "places the card beside a line, and flips it at edges",
  "@noble/curves": "Ed25519: checks the signatures of dataset packages, in every browser alike",
  "@noble/hashes": "SHA-256 and SHA-512: checksums of dataset packages, and the signatures' hash",
  "@tanstack/virtual-core": "draws only the rows in view of a library with 50,000 notes",
  "@wxt-dev/i18n": "strings of the interface, checked by the compiler",
  idb: "IndexedDB with promises, for the notes",
  "mdast-util-from-markdown": "reads the Markdown of notes into a tree, which is drawn without markup",
  preact: "draws card, popup, options and welcome page",
  "webextension-polyfill": "one interface to all browsers, with promises",
  zod: "checks whatever comes in: messages, imported files, stored data, dataset packages",
};
