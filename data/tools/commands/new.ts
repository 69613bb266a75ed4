import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { idSchema } from "../../../src/core/dataset/schema.ts";
import { CommandFailure } from "../command-failure.ts";
import { nearest } from "../nearest.ts";
import { readRecords } from "../read-records.ts";
import { type FolderKind, folderKinds, folders, isFolderKind } from "../record-kinds.ts";
import { createRecordSet } from "../record-set.ts";
import { stubOf } from "../record-stubs.ts";
import { shownPath } from "../user-paths.ts";

/** `new KIND ID`: writes a stub with a comment at each blank. @throws CommandFailure */
export function newRecord(dataFolder: string, kind: string, id: string): void {
  if (!isFolderKind(kind)) {
    const meant = nearest(kind, folderKinds);
    const known = folderKinds.join(", ");
    throw new CommandFailure(
      `There is no kind ${kind}.${meant ? ` Did you mean ${meant}?` : ` Kinds are: ${known}.`}`,
    );
  }
  const judged = idSchema.safeParse(id);
  if (!judged.success) {
    throw new CommandFailure(`${id} cannot be an id: ${judged.error.issues[0]?.message}.`);
  }
  refuseUsed(dataFolder, kind, id);
  const path = join(dataFolder, folders[kind], `${id}.yml`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, stubOf(kind, id, new Date().toISOString().slice(0, 10)));
  console.log(
    `Written: ${shownPath(path)}. Fill in what stands between < and >, then run: npm run -s data -- fix, and check.`,
  );
}

function refuseUsed(dataFolder: string, kind: FolderKind, id: string): void {
  const records = createRecordSet(dataFolder, readRecords(dataFolder).records);
  const used = (records.byId.get(id) ?? []).find((record) => !record.generated);
  const taken = used ? used.file : records.follow(id)[0] !== id ? "redirects.yml" : undefined;
  if (taken) throw new CommandFailure(`The id ${id} is taken: see ${taken}.`);
  if (existsSync(join(dataFolder, folders[kind], `${id}.yml`))) {
    throw new CommandFailure(`${folders[kind]}/${id}.yml is there already.`);
  }
}
