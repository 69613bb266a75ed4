import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { browserKinds } from "../../src/cli/browsers/find-browser.ts";

const { values } = parseArgs({
  options: {
    pages: { type: "string" },
    node: { type: "boolean", default: false },
    extension: { type: "boolean", default: false },
    library: { type: "boolean", default: false },
    browser: { type: "string" },
    long: { type: "boolean", default: false },
    anchoring: { type: "boolean", default: false },
    develop: { type: "boolean", default: false },
    seed: { type: "string" },
    quotes: { type: "string", default: "1200" },
    rounds: { type: "string", default: "25" },
  },
});
const browser = browserKinds.find((kind) => kind === values.browser);
if (values.browser && !browser)
  throw new Error(`--browser takes ${browserKinds.join(" or ")}, not ${values.browser}`);

/** What was asked for on the command line. */
export const benchOptions = {
  /** Folder of saved pages. */
  pages: values.pages && resolve(process.env.INIT_CWD ?? process.cwd(), values.pages),
  /** Only how fast mentions are found, and only in Node. */
  node: values.node,
  /** Only what the extension costs in a browser. */
  extension: values.extension,
  /** Only the library of notes. */
  library: values.library,
  browsers: browser ? [browser] : browserKinds,
  long: values.long,
  rounds: Number(values.rounds),
  /** Only how well passages of notes are found again. */
  anchoring: values.anchoring,
  /** That on the pages and with the seed that it is tuned with. */
  develop: values.develop,
  /** Another seed than its own, so that a figure can be told from luck. */
  seed: values.seed === undefined ? undefined : Number(values.seed),
  /** Passages in each of its trials. */
  quotes: Number(values.quotes),
};
