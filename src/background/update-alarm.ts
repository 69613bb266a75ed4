import { type UpdateOutcome, updateDue } from "../core/dataset/update-outcome.ts";

/** The part of `browser.alarms` that is used. */
export interface Alarms {
  get(name: string): Promise<{ scheduledTime: number } | undefined>;
  create(name: string, when: { when: number; periodInMinutes: number }): Promise<void> | void;
  clear(name: string): Promise<boolean>;
}

export const updateAlarm = "dataset-update";

/** A day: a look that failed is made up for; whether one is due is asked each time. */
const periodInMinutes = 24 * 60;
/** Milliseconds that the browser gets to come to itself first. */
const soonest = 60_000;

/**
 * Sets the alarm of the automatic check, or takes it away. Alarms may be lost (Firefox forgets them at its end), so it is
 * called at every start and whenever something about it changes.
 *
 * @param now milliseconds since 1970.
 */
export async function keepUpdateAlarm(
  alarms: Alarms,
  automatic: boolean,
  last: UpdateOutcome | null,
  now: number,
): Promise<void> {
  const kept = await alarms.get(updateAlarm);
  if (!automatic) {
    if (kept) await alarms.clear(updateAlarm);
    return;
  }
  const when = Math.max(updateDue(last), now + soonest);
  // One that comes in time is left alone: a background that is woken every minute would put it off for ever.
  if (kept && kept.scheduledTime <= when) return;
  await alarms.create(updateAlarm, { when, periodInMinutes });
}
