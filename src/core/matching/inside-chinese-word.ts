import type { BlockView } from "./block-view.ts";
import { onceByTag } from "./main-language.ts";
import type { Hit } from "./scan-spellings.ts";

const segmenter =
  typeof Intl.Segmenter === "function" ? new Intl.Segmenter("zh", { granularity: "word" }) : null;
const isChinese = onceByTag((lang) => /^(zh|yue)/i.test(lang));
const lastHan = /\p{scx=Han}$/u;
const twoHan = /^\p{scx=Han}{2}$/u;
const dayItself = /(?:[如现現当當至迄而]今|[最将將]近)$/u;
/** Characters before and behind that the segmenter is shown, from a punctuation mark on: words are short. */
const reach = 10;

/** Characters with which given names end, and no word that is said of somebody. */
const endsName =
  /^[民安平华華明国國军軍强強伟偉文龙龍飞飛涛濤杰傑辉輝刚剛斌磊超勇峰林祥福德荣榮贵貴兰蘭英芳丽麗娟霞玲然诚誠捷凡博轩軒宇洋鹏鵬森鑫]$/;

/** 王毅民 is another than 王毅: the character behind a full name of two stands alone, and is one of names. */
export function isBeginOfChineseName({ plain, lang }: BlockView, end: number, entry: Hit["entry"]): boolean {
  if (!segmenter || !entry.isFullName || !endsName.test(plain.charAt(end)) || !isChinese(lang)) return false;
  return segmenter.segment(plain.slice(end, end + 4)).containing(0)?.segment.length === 1;
}

/**
 * 徒步穿越南极 is no 越南: in a script without spaces a name of two characters may begin in the middle of a word. The runtime's
 * own segmenter knows the words; names of three characters and more hardly occur by chance, and it does not know those of firms.
 */
export function isInsideChineseWord(
  view: BlockView,
  start: number,
  end: number,
  entry: Hit["entry"],
): boolean {
  if (end - start !== 2 || !segmenter || entry.role === "container" || entry.form === "short") return false;
  if (!isChinese(view.lang)) return false;
  const { plain } = view;
  const before = plain.slice(Math.max(0, start - reach), start);
  // 如今|日本 and 最近|日本, where the segmenter reads 今日 and 近日.
  if (dayItself.test(before) && plain.startsWith("日", start)) return false;
  // Nothing that it could be inside of.
  if (!lastHan.test(before) || !twoHan.test(plain.slice(start, end))) return false;
  const from = start - before.length + (/[^\p{scx=Han}](?=\p{scx=Han}*$)/u.exec(before)?.index ?? -1) + 1;
  // One word is asked for, since each that is handed out costs as much as all that was done before.
  return segmenter.segment(plain.slice(from, end + 2)).containing(start - from)?.index !== start - from;
}
