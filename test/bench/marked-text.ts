/** Texts that say in place what must be found in them: `[Huawei](vendor huawei)`. See test/fixtures/mentions/README.md. */
import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { parse } from "yaml";
import { type EntityKind, entityKinds } from "../../src/core/dataset/schema.ts";

export interface ExpectedMention {
  /** UTF-16 offsets into the text without marks. */
  start: number;
  end: number;
  surface: string;
  /** What it may be, the first being the best answer; empty where marking is neither right nor wrong. */
  answers: { kind: EntityKind; id: string | null; uncertain: boolean }[];
}

export interface MarkedText {
  /** Folder and file, and for a trap what it is about. */
  name: string;
  text: string;
  expected: ExpectedMention[];
  /** Language that the page declares. */
  lang?: string;
  published?: string;
  /** Why finding mentions is known to get it wrong. */
  limit?: string;
}

const kinds = entityKinds.join("|");
const answer = `(?:${kinds})\\?? (?:[a-z0-9-]+)`;
const mark = new RegExp(`\\[([^\\]\\[]+)\\]\\((ignore|${answer}(?: \\| ${answer})*)\\)`, "g");
const looksMarked = /\]\([^)]*\)/;

/** @throws Error that names the place where a mark is not written as the README says. */
export function parseMarks(marked: string, name: string): { text: string; expected: ExpectedMention[] } {
  let text = "";
  let from = 0;
  const expected: ExpectedMention[] = [];
  for (const found of marked.matchAll(mark)) {
    text += marked.slice(from, found.index);
    const [whole, surface = "", meaning = ""] = found;
    const start = text.length;
    text += surface;
    from = found.index + whole.length;
    expected.push({ start, end: text.length, surface, answers: answersOf(meaning) });
  }
  text += marked.slice(from);
  const broken = looksMarked.exec(text);
  if (broken) {
    const around = text.slice(Math.max(0, broken.index - 30), broken.index + 30);
    throw new Error(`${name}: a mark is not "[surface](kind id)" near "${around}".`);
  }
  return { text, expected };
}

function answersOf(meaning: string): ExpectedMention["answers"] {
  if (meaning === "ignore") return [];
  return meaning.split(" | ").map((one) => {
    const [kind = "", id = ""] = one.split(" ");
    return {
      kind: kind.replace("?", "") as EntityKind,
      id: id === "-" ? null : id,
      uncertain: kind.endsWith("?"),
    };
  });
}

/** All marked texts of a folder, its sub-folders included: articles in .md and traps in .yml, or gold pairs. */
export function readMarkedTexts(folder: string): MarkedText[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const golds = files.filter((file) => file.endsWith(".gold.json"));
  return (golds.length > 0 ? golds : files).flatMap((file) => {
    if (file.endsWith("README.md")) return [];
    const path = join(folder, file);
    if (extname(file) === ".md") return [readMarkedArticle(path, relative(".", path))];
    if (extname(file) === ".yml") return readTraps(path, relative(".", path));
    return file.endsWith(".gold.json") ? [readGold(path, relative(".", path))] : [];
  });
}

function readMarkedArticle(path: string, name: string): MarkedText {
  const [, front = "", body = ""] =
    /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(path, "utf8")) ?? [];
  if (body.trim() === "") throw new Error(`${name}: begin with --- lang: … published: … ---, then the text.`);
  const { lang, published } = (parse(front) ?? {}) as { lang?: string; published?: string };
  return {
    name,
    ...parseMarks(body, name),
    ...(lang && { lang }),
    ...(published && { published: String(published) }),
  };
}

interface Trap {
  about: string;
  text: string;
  lang?: string;
  published?: string;
  limit?: string;
}

function readTraps(path: string, name: string): MarkedText[] {
  const language = /([a-z]+(?:-[A-Z][a-z]+)?)\.yml$/.exec(path)?.[1];
  const traps = parse(readFileSync(path, "utf8")) as Trap[];
  return traps.map(({ about, text, lang = language, published, limit }, number) => {
    const full = `${name}: ${about ?? `number ${number + 1}`}`;
    if (!about || !text) throw new Error(`${full}: a trap needs "about" and "text".`);
    return {
      name: full,
      ...parseMarks(text.trimEnd(), full),
      ...(lang && { lang }),
      ...(published && { published: String(published) }),
      ...(limit && { limit }),
    };
  });
}

interface Gold {
  lang: string;
  published: string | null;
  mentions: { start: number; end: number; surface: string; type: EntityKind | "ignore"; alt?: EntityKind }[];
}

/** A pair NAME.txt and NAME.gold.json, `{lang, published, mentions: [{start, end, surface, type, alt?}]}`. */
function readGold(path: string, name: string): MarkedText {
  const { lang, published, mentions } = JSON.parse(readFileSync(path, "utf8")) as Gold;
  const expected = mentions.map(({ start, end, surface, type, alt }) => ({
    start,
    end,
    surface,
    answers:
      type === "ignore"
        ? []
        : [type, ...(alt ? [alt] : [])].map((kind) => ({ kind, id: null, uncertain: false })),
  }));
  const text = readFileSync(path.replace(/gold\.json$/, "txt"), "utf8");
  return { name, text, expected, lang, ...(published && { published }) };
}
