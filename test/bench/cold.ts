/** `node test/bench/cold.ts INDEX ARTICLE`: how long a fresh process takes to load the index, and for its first article. */
import { readFileSync } from "node:fs";
import { findMentions } from "../../src/core/matching/find-mentions.ts";
import { loadIndex } from "../../src/core/matching/load-index.ts";
import type { Article } from "../../src/core/matching/types.ts";
import { time } from "./suite.ts";

const [index = "", article = ""] = process.argv.slice(2);
const bytes = Uint8Array.from(readFileSync(index));
const read = JSON.parse(readFileSync(article, "utf8")) as Article;
let matcher: ReturnType<typeof loadIndex> | undefined;
const load = time(() => {
  matcher = loadIndex(bytes);
});
const first = time(() => matcher && findMentions(matcher, read));
const second = time(() => matcher && findMentions(matcher, read));
console.log(JSON.stringify({ load, first, second }));
