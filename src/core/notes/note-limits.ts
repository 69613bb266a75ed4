/** Longest texts kept (characters); beyond them a save is refused with a message, never cut silently. */
export const noteLimits = {
  body: 50_000,
  quote: 20_000,
  tag: 80,
  tags: 50,
  address: 4_000,
  path: 2_000,
  claim: 10_000,
  claims: 200,
  past: 50,
};
