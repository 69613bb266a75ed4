/** What a file may hold at most. Beyond it nothing is read, and a message says so. */
export const importLimits = {
  /** Characters of the file: ten times 50,000 notes of usual length, and less than a browser's longest string. */
  characters: 256_000_000,
  /** Brackets within brackets; the formats that are read need ten. */
  depth: 60,
  /** Problems that are listed; of the rest the number is told. */
  problems: 200,
};
