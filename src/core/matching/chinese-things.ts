/**
 * Chinese words of which a country's name is only a part, or only the kind: a town that is called 小瑞士, the roads 新加坡道 and 英国街,
 * dishes (法国焗蜗牛), plants and instruments (日本樱花, 英国管); and two words at whose border a country's name can be read (昨|日本报).
 */
import type { BlockView } from "./block-view.ts";

/** “小瑞士”, “东方瑞士”: what is called so for being like it, with or without quotation marks. */
const likenessBefore = /(?:["“「『‘'](?:小|中国的?|中國的?|北方|南方|亚洲|亞洲)|东方|東方)$/u;
const likenessBehind = /^(?:["”」』’']|之称|之稱|之誉|之譽|的美誉|的美譽)/u;
const likenessReach = 4;

/** Of a town: roads and quarters that are called like countries. */
const roads =
  "(?:南|北|东|東|西|中)?(?:大?道(?=[和与與、，,。上口的至到及\\d]|$)|街(?=[和与與、，,。上口的至到及\\d区區]|$)|小镇|小鎮|风情街|風情街|风情区|風情區|广场(?!协)|廣場(?!協)|大厦|大廈|花园(?![国國])|花園|小区|小區|胡同|弄堂|站(?=[和与與、，,。下换換]|$))";

/** Dishes, and what may stand between the country and them. */
const dishes =
  "列巴|包(?=[和与與、，,。及也])|肉酱面|肉醬麵|蜗牛|蝸牛|猪肘|豬肘|肘子|冬阴功|冬蔭功|春卷|春捲|辣椒蟹|飞饼|飛餅|刺身|拌饭|拌飯|海鲜饭|海鮮飯|炒饭|炒飯|薄饼|薄餅|甜甜圈|章鱼烧|章魚燒|火锅|火鍋|部队锅|部隊鍋|馅饼|餡餅|浓汤|濃湯|沙拉|煎饼|煎餅|烤串|炖牛肉|燉牛肉|焗饭|千层面|千層麵|手抓饭|手抓飯|米粉|汤粉|湯粉|炒面|炒麵|乌冬|烏冬|荞麦面|泡芙|马卡龙|馬卡龍|蛋挞|蛋撻|可颂|可頌|吐司|华夫饼|鬆餅|松饼|肉丸|肉饼|血肠|酸菜|土豆泥|薯条|薯條|布丁|冰淇淋|奶茶|拉茶|肉骨茶|海南鸡饭|烤鱼|烤魚|烤鸡|烤雞|香料饭|卷饼";
const dish = new RegExp(`^\\p{scx=Han}{0,2}?(?:${dishes})`, "u");

/** Plants, instruments, games and the like, directly behind. */
const things =
  "红枫|紅楓|樱花|櫻花|牵牛|牽牛|鸢尾|鳶尾|玫瑰(?=[花和与與、，,。])|郁金香|鬱金香|黑松|红松|桤木|吊兰|吊蘭|神油|方块|方塊|套娃|转盘|轉盤|管(?=[和与與、，,。演独獨协協乐樂])|号(?=[和与與、，,。演独獨协協乐樂])|號(?=[和与與、，,。演獨協樂])|斗牛舞|鬥牛舞|红耳龟|紅耳龜|小龙虾|巴西龟|白蛾|蟑螂|大蠊|獒|贵宾犬|貴賓犬|杜宾|杜賓";
const thing = new RegExp(`^(?:${roads}|${things})`, "u");

/** Read at the border of two words: today and of late, unless it is 如今 or 最近 … */
const thisDay = /(?<![如現现當当至迄而最将將])[今近]$/u;
/** … and another day, before 本 (this, our) with what is ours behind. */
const otherDay = /[明昨翌次]$/u;
const oursBehind =
  /^(?:市(?![场場价價值占面])|台(?![风風湾灣])|臺(?![灣])|报(?![道告复復])|報(?![道告復])|校|院(?!线)|区(?![域])|區(?![域])|县|縣|省|店|站|馆|館|公司|刊|栏|欄|届|屆|赛|賽|学期|學期|次|地(?![震区區方])|号|號|航班|项目|項目|厅|廳|社(?![会會])|网(?![络絡])|團|团|周|月|季)/u;

/** Other borders, by the country: 内蒙古|巴彦淖尔, 理智|利用, 华泰|国际, 承德|国税局. */
const borders = new Map<string, { before?: RegExp; behind?: RegExp }>(
  Object.entries({
    日本: { before: otherDay, behind: oursBehind },
    古巴: { before: /[蒙]$/u },
    智利: { before: /[理机機明才]$/u, behind: /^[用落于於索]/u },
    泰国: { before: /[华華国國君安恒宏]$/u, behind: /^[际際]/u },
    德国: { before: /(?:承|顺|順|常|宁|寧|建|广|廣|英|尚|孝)$/u, behind: /^(?:税|稅|际|際|控|资|資|土|道)/u },
    美国: { before: /[精优優]$/u, behind: /^(?:际|際|礼|禮|画|畫)/u },
    英国: { before: /[精]$/u, behind: /^[际際]/u },
    韩国: { before: /[大]$/u, behind: /^[际際]/u },
    马里: { before: /[罗羅]$/u, behind: /^[程]/u },
    越南: { before: /[穿翻跨超飞飛]$/u, behind: /^(?:极|極|岭|嶺|海|北|山|天门|沙)/u },
  }),
);

/** Whether a country's name that stands here is only part of another Chinese word. */
export function isPartOfChineseThing({ plain }: BlockView, start: number, end: number): boolean {
  const ahead = plain.slice(end, end + 8);
  if (thing.test(ahead) || dish.test(ahead)) return true;
  const behind = plain.slice(Math.max(0, start - likenessReach), start);
  if (likenessBehind.test(ahead) && likenessBefore.test(behind)) return true;
  if (plain.startsWith("日本", start) && thisDay.test(behind)) return true;
  const border = borders.get(plain.slice(start, end));
  if (!border) return false;
  return border.before?.test(behind) !== false && border.behind?.test(ahead) !== false;
}
