import { Fragment } from "preact";

/**
 * Short facts in a row with a dot between two, those left out that say nothing. A line ends between two facts rather
 * than inside one, so that a date is not torn.
 */
export function Facts({ facts }: { facts: readonly (string | false | null | undefined)[] }) {
  const said = facts.filter((fact) => typeof fact === "string" && fact !== "");
  return (
    <>
      {said.map((fact, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the facts of a thing keep their order, and two may read alike.
        <Fragment key={at}>
          {at > 0 ? " · " : null}
          <span class="fact">{fact}</span>
        </Fragment>
      ))}
    </>
  );
}
