/**
 * What `new` writes: the fields that a record cannot do without, each blank between < and > with what it asks for.
 * A blank that stays fails the check; fields that are seldom needed stand as comments.
 */
import type { FolderKind } from "./record-kinds.ts";

const sourceStub = (day: string) => `sources:
  main:
    url: <address of the source itself>
    publisher: <who published it>
    title: <its title, as published>
    date: <YYYY-MM-DD, YYYY-MM or YYYY; remove the line if it has none>
    # primary: the act or statement itself. press: reporting. research: analysis.
    kind: <primary | press | research>
    # true only if you read the passage that supports the record.
    seen: <true | false>
    checked: ${day}
checked: ${day}
`;

const spellingStub = `spellings:
  - text: <the name as articles write it>
  # A further spelling, with what decides whether it counts:
  # - {text: ABC, form: abbreviation, case: exact, when: {near: [telecom, network]}}
`;

const entityStub = (day: string) => `sentence: <one neutral sentence, what it is>
cites: [main]
${spellingStub}${sourceStub(day)}`;

const companyStub = (day: string) => `${entityStub(day)}country: <id of the home country, such as sweden>
does: <what it makes or runs, in a few words>
# owner:
#   text: Who owns it, where that matters.
#   sources: [main]
`;

const stubs: Record<FolderKind, (day: string) => string> = {
  vendor: (day) => `name: <common English name>\n${companyStub(day)}`,
  operator: (day) => `name: <common English name>\n${companyStub(day)}`,
  company: (day) => `name: <common English name>\n${companyStub(day)}`,
  country: (day) => `name: <common English name>
${entityStub(day)}code: "<ISO 3166-1 alpha-2 code>"
# memberOf: [european-union, nato]
searched:
  - on: ${day}
    text: <what was looked for, where, and up to which month sources reach>
`,
  official: (day) => `name: <full name as in English reporting>
${entityStub(day)}country: <id of the country served>
reason: <why this person has a record, the part played in telecom policy>
surname:
  text: [<the surname>]
  # never: only the full name or a title counts. after-full-name: the bare surname too, once the full name was read.
  alone: <never | after-full-name>
  titles: [<title that stands before the surname, such as Minister>]
roles:
  - title: <the office>
    organisation: <of what>
    country: <id of the country served>
    from: <first day, as precisely as known>
    # or, instead of until, "end: held" or "end: unknown".
    until: <last day>
    sources: [main]
`,
  organisation: (day) => `name: <common English name>
${entityStub(day)}does: <what it is, in a few words>
# country: <id of the home country, for a national body>
`,
  policy: (day) => `name: <common English name>
${entityStub(day)}does: <what it is, in a few words>
issuer: <id of the country or organisation whose policy it is>
`,
  measure: (day) => `title: <neutral and short>
kind: <ban | restriction | law | designation | guideline | warning | listing | membership | agreement | declaration | review | permission | programme | order | ruling | repeal | prosecution | procurement-rule | export-control | project>
issuer: <id of the country or organisation whose act it is>
body: <the body that acted>
appliesIn: [<id of the country>]
targets:
  # named: the text names it. understood: the text does not, officials or reports do.
  # For a class instead: {class: high-risk vendors, basis: criteria} or basis: product-class.
  - {entity: <id of the vendor>, basis: <named | understood>}
areas: [<networks | core | radio-access | procurement | apps | … (the schema lists them)>]
scope: <what exactly is covered, in one line>
# While it applies; a draft, advice or declaration prohibits nothing.
stance: <prohibits | restricts | case-by-case | permits | under-review | none>
force: <binding | policy | advisory | political | proposal | practice>
summary: <one or two sentences, who did what>
cites: [main]
steps:
  - step: <proposed | recommended | empowered | decided | in-force | deadline | suspended | lifted | …>
    on: <YYYY-MM-DD, YYYY-MM or YYYY>
    text: <what happened, in a few words>
    sources: [main]
# claims:
#   - by: Who says it
#     says: What is said, in our words, attributed.
#     sources: [main]
#     answers:
#       - {by: The other side, says: "Its answer, in our words.", sources: [main]}
${sourceStub(day)}`,
};

/** @param day today, YYYY-MM-DD. */
export function stubOf(kind: FolderKind, id: string, day: string): string {
  return `# yaml-language-server: $schema=../schemas/${kind}.json\nid: ${id}\n${stubs[kind](day)}`;
}
