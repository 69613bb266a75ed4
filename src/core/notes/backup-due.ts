/** What is known of changes and of the last backup that counts. */
export interface BackupFacts {
  /** Changes of notes ever. */
  changes: number;
  lastBackup?: { at: string; changes: number };
  /** When the latest backup failed; absent after one that did not. */
  lastProblem?: { at: string };
}

/** So many changes that are in no backup are worth a word, however recent the last one is. */
const manyChanges = 20;
/** And so many days, however few the changes. */
const manyDays = 14;

const day = 24 * 60 * 60 * 1000;
const hour = 60 * 60 * 1000;

/** How many changes of notes are in no backup. */
export function unsavedChanges({ changes, lastBackup }: BackupFacts): number {
  return Math.max(0, changes - (lastBackup?.changes ?? 0));
}

/**
 * Whether the reader is reminded to back up. Without a last backup the changes alone decide, and so they do when it lies
 * in the future: the clock was set back then, and tells nothing.
 *
 * @param now ISO instant, UTC.
 */
export function isBackupOverdue(facts: BackupFacts, now: string): boolean {
  const unsaved = unsavedChanges(facts);
  if (unsaved === 0) return false;
  const since = facts.lastBackup ? Date.parse(now) - Date.parse(facts.lastBackup.at) : 0;
  return unsaved >= manyChanges || since >= manyDays * day;
}

/**
 * Whether the automatic backup is to be made: once a day when something has changed. After one that failed an hour
 * passes before the next try.
 */
export function isAutomaticBackupDue(facts: BackupFacts, now: string): boolean {
  const { lastBackup, lastProblem } = facts;
  return (
    unsavedChanges(facts) > 0 && !isWithin(lastBackup?.at, day, now) && !isWithin(lastProblem?.at, hour, now)
  );
}

/** Whether deleted notes are to be looked through for old ones: once a day. */
export function isPurgeDue(lastPurge: string | undefined, now: string): boolean {
  return !isWithin(lastPurge, day, now);
}

/** The instant before which a deleted note is forgotten for good: 30 days ago. */
export function purgeBefore(now: string): string {
  return new Date(Date.parse(now) - 30 * day).toISOString();
}

/** False for an instant in the future, which only a clock that was set back leaves behind. */
function isWithin(instant: string | undefined, length: number, now: string): boolean {
  const passed = instant === undefined ? Number.NaN : Date.parse(now) - Date.parse(instant);
  return passed >= 0 && passed < length;
}
