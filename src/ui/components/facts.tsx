/**
 * Short facts in a row with a dot between two, those left out that say nothing. A line ends between two facts rather
 * than inside one, so that a date is not torn, and without the dot.
 */
export function Facts({ facts }: { facts: readonly (string | false | null | undefined)[] }) {
  const said = facts.filter((fact) => typeof fact === "string" && fact !== "");
  return (
    <span class="facts">
      {said.map((fact, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the facts of a thing keep their order, and two may read alike.
        <span key={at} class="fact">
          {at > 0 ? <span class="fact-dot"> · </span> : null}
          {fact}
        </span>
      ))}
    </span>
  );
}
