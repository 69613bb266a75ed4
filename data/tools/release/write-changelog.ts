import { CommandFailure } from "../command-failure.ts";
import type { DataChanges } from "./data-changes.ts";

export const changelogFile = "CHANGELOG.md";

/** Lines of a list before it is cut. */
const longest = 20;
const nextHeading = /^## Next[ \t]*\n/m;
const anyHeading = /^## /m;

/**
 * The changelog with a section for a new version on top: what somebody wrote about it by hand, then what was computed.
 *
 * @param text the changelog as it is; its section `## Next`, if there is one, becomes the new section's beginning.
 * @param notable a paragraph to add to it.
 */
export function addToChangelog(
  text: string,
  version: string,
  date: string,
  changes: DataChanges,
  notable?: string,
): string {
  if (new RegExp(`^## ${RegExp.escape(version)}\\b`, "m").test(text)) {
    throw new CommandFailure(`${changelogFile} has a section ${version} already. Rename it to "## Next".`);
  }
  const next = nextHeading.exec(text);
  const start = next?.index ?? anyHeading.exec(text)?.index ?? text.length;
  const afterHeading = start + (next?.[0].length ?? 0);
  const rest = text.slice(afterHeading);
  const end = next ? afterHeading + (anyHeading.exec(rest)?.index ?? rest.length) : start;
  const byHand = next ? text.slice(afterHeading, end).trim() : "";
  const section = [`## ${version}`, byHand, notable?.trim() ?? "", ...computedParts(date, changes)];
  const parts = [text.slice(0, start).trim(), ...section, text.slice(end).trim()];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

function computedParts(date: string, { diff, others }: DataChanges): string[] {
  const { before, added, changed, removed, policies, offices } = diff;
  const named = ({ kind, id, name }: { kind: string; id: string; name: string }) =>
    `${kind} ${name} (\`${id}\`)`;
  const list = (what: string, lines: string[]) => {
    if (lines.length === 0) return [];
    const shown = lines.length > longest + 1 ? lines.slice(0, longest) : lines;
    const left = lines.length - shown.length;
    return [
      `**${what}** (${lines.length})`,
      [...shown.map((line) => `- ${line}`), ...(left > 0 ? [`- … and ${left} more`] : [])].join("\n"),
    ];
  };
  const redirected = removed.filter(({ now }) => now.length > 0);
  return [
    `Of ${date}, computed against ${before.version}; \`diff ${before.version} ${diff.after.version}\` lists all of it.`,
    ...list("Readers see another answer", [
      ...policies.map(
        ({ country, subject, before, after }) => `${subject} in ${country}: was "${before}", is "${after}"`,
      ),
      ...offices.map(
        ({ name, before, after }) =>
          `${name}: was ${before.join("; ") || "without an office"}, is ${after.join("; ") || "without an office"}`,
      ),
    ]),
    ...list("Added", added.map(named)),
    ...list(
      "Changed",
      changed.map((record) => `${named(record)}: ${record.fields.join(", ")}`),
    ),
    ...list(
      "Redirected",
      redirected.map(
        (record) => `${named(record)}: now ${record.now.map((id) => `\`${id}\``).join(" and ")}`,
      ),
    ),
    ...list("Removed", removed.filter(({ now }) => now.length === 0).map(named)),
    ...list("Besides", others),
  ];
}
