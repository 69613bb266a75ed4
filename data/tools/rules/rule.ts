import type { Path } from "../problem.ts";
import type { DataRecord } from "../read-records.ts";
import type { RecordSet } from "../record-set.ts";

/** Notes a problem at a path in a record; the runner adds file, line and the rule's name. */
export type Report = (
  record: Pick<DataRecord, "file" | "locate">,
  path: Path,
  what: string,
  todo: string,
) => void;

/** One rule that the data keeps. Rules look at everything and never stop at the first problem. */
export interface Rule {
  name: string;
  /** What the rule demands, in one sentence, as `data/README.md` would say it. */
  about: string;
  /** A record that breaks it cannot stand in a dataset, not even in a draft. */
  spoilsDrafts?: true;
  check(records: RecordSet, report: Report): void;
}
