/** What joins two names, in the languages of our texts and folded; to be put into a regular expression. */
export const andWords = "and|und|et|y|ed?|i|a|dhe|и|och";
export const andOrWords = `${andWords}|or|oder|ou|o`;
