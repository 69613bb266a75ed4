/** Why a package was refused. */
export type PackageFault =
  | "too-large"
  | "not-a-package"
  | "malformed"
  | "manifest"
  | "wrong-kind"
  | "unsigned"
  | "unknown-key"
  | "bad-signature"
  | "future-format"
  | "schema"
  | "needs-newer-extension"
  | "not-newer"
  | "checksum"
  | "facts"
  | "index"
  | "collision"
  | "trial";

const remedies: Record<PackageFault, string> = {
  "too-large": "Get the package from its publisher again.",
  "not-a-package": "Choose a file whose name begins with telecom-lens- and ends with .json.",
  malformed: "Get the package from its publisher again, and do not open and save it in between.",
  manifest: "Get the package from its publisher again; if it stays like this, tell them.",
  "wrong-kind":
    "Look at what the file is: the dataset and a pack of your own are installed in different places.",
  unsigned: "Take the dataset only from its publisher.",
  "unknown-key": "Take the dataset only from its publisher; if it is from there, update the extension.",
  "bad-signature": "Do not use this file. Get the package from its publisher again.",
  "future-format": "Update the extension, then install the package.",
  schema: "Update the extension, then get the newest package.",
  "needs-newer-extension": "Update the extension, then install the package.",
  "not-newer": "There is nothing to do.",
  checksum: "Get the package from its publisher again.",
  facts: "Tell the publisher of the package.",
  index: "Tell the publisher of the package.",
  collision: "Tell the publisher of the package that its records need ids of their own.",
  trial: "Tell the publisher of the package.",
};

/**
 * A dataset package that is not taken. The message is for people: what is wrong, that the data in use stays, and what
 * to do; `what` and `remedy` are its first and last part.
 */
export class PackageError extends Error {
  override name = "PackageError";
  readonly code: PackageFault;
  readonly what: string;
  readonly remedy: string;

  /** @param what one sentence. */
  constructor(code: PackageFault, what: string, options?: ErrorOptions) {
    super(`${what} The data in use stays as it is. ${remedies[code]}`, options);
    this.code = code;
    this.what = what;
    this.remedy = remedies[code];
  }
}
