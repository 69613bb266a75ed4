import { bans } from "./bans.ts";
import { cites } from "./cites.ts";
import { collisions } from "./collisions.ts";
import { counts } from "./counts.ts";
import { dates } from "./dates.ts";
import { duplicateIds } from "./duplicate-ids.ts";
import { editorSchemas } from "./editor-schemas.ts";
import { everydayWords } from "./everyday-words.ts";
import { fileName } from "./file-name.ts";
import { format } from "./format.ts";
import { freshness } from "./freshness.ts";
import { ids } from "./ids.ts";
import { keys } from "./keys.ts";
import { newsSites } from "./news-sites.ts";
import { readmeRule } from "./readme.ts";
import { redirects } from "./redirects.ts";
import { references } from "./references.ts";
import type { Rule } from "./rule.ts";
import { schema } from "./schema.ts";
import { sources } from "./sources.ts";
import { spellings } from "./spellings.ts";
import { supersedes } from "./supersedes.ts";
import { tone } from "./tone.ts";
import { unusedSources } from "./unused-sources.ts";
import { vocabulary } from "./vocabulary.ts";

/** Every rule. `folder` and `parse` come before them, while the files are read. */
export const rules: Rule[] = [
  schema,
  fileName,
  duplicateIds,
  ids,
  references,
  redirects,
  sources,
  cites,
  unusedSources,
  dates,
  freshness,
  supersedes,
  bans,
  spellings,
  collisions,
  everydayWords,
  newsSites,
  vocabulary,
  tone,
  keys,
  counts,
  format,
  editorSchemas,
  readmeRule(() => rules),
];
