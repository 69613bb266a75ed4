import { cites } from "./cites.ts";
import { collisions } from "./collisions.ts";
import { dates } from "./dates.ts";
import { duplicateIds } from "./duplicate-ids.ts";
import { editorSchemas } from "./editor-schemas.ts";
import { fileName } from "./file-name.ts";
import { newsSites } from "./news-sites.ts";
import { redirects } from "./redirects.ts";
import { references } from "./references.ts";
import type { Rule } from "./rule.ts";
import { schema } from "./schema.ts";
import { sources } from "./sources.ts";
import { spellings } from "./spellings.ts";
import { supersedes } from "./supersedes.ts";
import { unusedSources } from "./unused-sources.ts";
import { vocabulary } from "./vocabulary.ts";

/** Every rule. `folder` and `parse` come before them, while the files are read. */
export const rules: Rule[] = [
  schema,
  fileName,
  duplicateIds,
  references,
  redirects,
  sources,
  cites,
  unusedSources,
  dates,
  supersedes,
  spellings,
  collisions,
  newsSites,
  vocabulary,
  editorSchemas,
];
