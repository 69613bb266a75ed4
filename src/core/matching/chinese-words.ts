/**
 * Chinese names that are only words, or part of a person's name or title, where no space tells: 摊主韩国栋 is somebody called 韩,
 * 将两座商场联通 connects, 小米获得丰收 is millet, 财政部长 holds an office.
 */
import type { BlockView } from "./block-view.ts";
import { isPartOfChineseThing } from "./chinese-things.ts";
import { mainLanguage } from "./main-language.ts";
import type { Hit } from "./scan-spellings.ts";

const firstHan = 0x2e80;

/** Of countries with two characters, those of which the first is a frequent surname. */
const beginWithSurname = new Set([
  "韩国",
  "韓國",
  "古巴",
  "马里",
  "馬里",
  "文莱",
  "文萊",
  "苏丹",
  "蘇丹",
  "蒙古",
  "巴西",
]);
/** Trades and kin that stand directly before a person's name. */
const called =
  /(?:摊主|攤主|店主|村民|居民|市民|农民|農民|果农|菜农|茶农|牧民|渔民|车主|业主|户主|老板|老闆|司机|司機|乘客|游客|旅客|顾客|老师|老師|教师|教師|学生|學生|医生|醫生|护士|護士|记者|記者|导演|導演|编剧|作家|诗人|画家|歌手|演员|演員|队长|隊長|教练|教練|支书|书记|村长|村長|镇长|县长|市长|局长|处长|科长|主任|校长|院长|经理|總經理|厂长|民警|警官|交警|律师|法官|检察官|工人|工程师|技术员|志愿者|保安|快递员|外卖员|女士|先生|大爷|大妈|党员|干部|同学|丈夫|妻子|儿子|女儿|父亲|母亲|哥哥|弟弟|姐姐|妹妹|名叫|叫)$/;
/** One character or two, and what people do or are. */
const personAhead =
  /^(?![人籍裔女男队隊方])\p{scx=Han}{1,2}?(?:说|說|表示|告诉|告訴|介绍|介紹|坦言|称[，：“]|認為|认为|回忆|回憶|笑着|笑道|指着|今年\d|(?:和|与)(?:妻子|丈夫|家人|同事)|在(?:家|摊|田|地里|现场)|家(?:的|里|住)|是一[名位]|，\d\d岁|（\d\d|[。；])/u;

/** Whether the country is the beginning of a person's name: 村民韩国强告诉记者. */
function isPersonsName({ plain }: BlockView, start: number, end: number): boolean {
  if (!beginWithSurname.has(plain.slice(start, end))) return false;
  return (
    called.test(plain.slice(Math.max(0, start - 4), start)) && personAhead.test(plain.slice(end, end + 8))
  );
}

const crops =
  "玉米|高粱|大豆|绿豆|綠豆|红豆|红薯|小麦|小麥|黄豆|黃豆|大米|荞麦|燕麦|土豆|花生|红枣|糯米|谷子";
const harvest =
  "(?:今年|今秋|已经|已經|又|也|都)?(?:获得|獲得|喜获|喜獲|迎来|迎來)?(?:大)?(?:丰收|豐收)|长势|長勢|产量|產量|亩产|畝產|种植|種植|成熟|收割|脱粒|脱壳|播种|飘香|金黄";

interface Word {
  before?: RegExp;
  behind?: RegExp;
}

/** By the name: what stands directly beside it where it is a word. */
const words = new Map<string, Word>(
  Object.entries({
    小米: {
      before: new RegExp(
        `(?:[种種栽收吃喝煮熬磨播晒買卖买][了着过的出]?|[种種][植]?的|[斤亩畝袋碗把担锅粒株]|(?:山西|陕西|陝西|陕北|陝北|延安|米脂|沁州|沁县|沁縣|蔚县|蔚縣|河北|山东|山東|内蒙古|內蒙古|赤峰|敖汉|敖漢|龙山|東北|东北|朝阳|张家口|農家|农家|有机|有機|散装|散裝|新鲜|优质|優質|黄|黃|黑|糯)的?|(?:农户|村民|当地|本地|山区|旱地)(?:今年)?(?:种|的)?|(?:${crops})[、和与及])$`,
        "u",
      ),
      behind: new RegExp(
        `^(?:粥|饭|飯|面|糕|酒|醋|椒|辣|锅巴|加步枪|步枪|田|地里|穗|种子|種子|[、和与及](?:${crops})|${harvest})`,
        "u",
      ),
    },
    甲骨文: script(),
    // 在|华|为期三天
    华为: { behind: /^期(?:[一二两三四五六七八九十数几半约近]|\d)/u },
    華為: { behind: /^期(?:[一二兩三四五六七八九十數幾半約近]|\d)/u },
    中兴: revival(),
    中興: revival(),
    联通: connecting(),
    聯通: connecting(),
    荣耀: honour(),
    榮耀: honour(),
    联想: association(),
    聯想: association(),
  }),
);

/** 将两座商场联通, 互相联通: a verb, whose object stands before it. */
function connecting(): Word {
  return {
    before:
      /(?:(?:将|將|把|使|让|讓|被|与|與|同)[^，。；：、！？]{2,14}|相互|互相|互|全线|直接|已经|实现|全面|重新|水系|道路|隧道|通道|大桥)$/u,
    behind:
      /^(?:了|着|的|起来|起來|成|为|為|在一起|两|兩|各|南北|东西|城乡|内外|到|至|后更|後更|工程[，。])/u,
  };
}

/** 安阳出土的甲骨文, 甲骨文记录了: what was scratched into bones. */
function script(): Word {
  return {
    before:
      /(?:出土|发现|發現|研究|商代|商朝|殷商|殷墟|安阳|安陽|破译|破譯|解读|解讀|释读|釋讀|刻有|刻着|刻著|展出|识别|辨认|辨識|书写|古老|珍贵|馆藏|館藏|一片|这片|整理|摹写|学习|年前|时期|時期)(?:了|的|过|過)?$/u,
    behind:
      /^(?:记录|記錄|记载|記載|是(?:最|中国|中國|汉字|漢字|商|一种|一種|古|世界|已知)|中(?![国國])|片|字|研究(?!院)|学(?!院)|學(?!院)|里|裡|上(?![涨漲升市调線线周])|拓|卜辞|卜辭|发现|發現|残片|与(?:青铜|金文|简牍|玉器)|和(?:青铜|青銅|金文|汉字|漢字|简牍|玉器)|、(?:金文|青铜|青銅|篆|简牍|竹简)|的(?:学者|學者|研究|发现|發現|出土|字形|拓片|破译|破譯|专家|專家|笔画|演变|形态)|等(?:文物|古))/u,
  };
}

/** 光武中兴, 同治中兴, 民族中兴: under whom, or of what, there was a revival. */
function revival(): Word {
  return {
    before:
      /(?:光武|同治|少康|宣王|元和|会昌|會昌|大中|弘治|孝宗|孝宣|昭宣|仁宣|万历|萬曆|南宋|中唐|大唐|大明|汉室|漢室|王朝|帝国|帝國|民族|国家|國家|家国|家族|文化|教会|教會|门派|佛教|禅宗)的?$/u,
    behind: /^(?:之[主路世君臣业業功]|时期|時期|名臣|局面|大业|大業|气象|氣象)/u,
  };
}

function honour(): Word {
  return {
    before:
      /(?:一种|一種|一份|这份|這份|那份|无上|無上|至高|最高|国家|國家|集体|集體|个人|個人|无限|无比|的|为|為|与|是|以|共享|见证|追求|获得|带来|赢得)$/u,
    behind:
      /^(?:属于|屬於|归于|歸於|感|时刻|時刻|之|与|與(?:梦想|責任)|称号|稱號|榜|墙|牆|室|和(?:梦想|责任|尊严|使命))/u,
  };
}

function association(): Word {
  return {
    before:
      /(?:令人|让人|讓人|使人|叫人|不禁|不由|自然|容易|引发|引發|引起|产生|產生|展开|浮想|丰富的|无限|美好的)$/u,
    behind: /^(?:到|起(?!诉|訴)|力|一下|翩翩|丰富|豐富|空间|空間|记忆|記憶|出(?!货|貨|口|售))/u,
  };
}

/** What firms do stands behind a name that follows a word like one that is spoken of: 获得荣耀手机. */
const firmAhead =
  /^(?:手机|手機|集团|集團|公司|科技|终端|終端|电脑|電腦|控股|发布|發布|推出|宣布|宣佈|CEO|表示|均|也|品牌|官方|汽车|汽車|方面|[A-Z0-9])/;

function isCommonWord({ plain }: BlockView, start: number, end: number): boolean {
  const word = words.get(plain.slice(start, end));
  if (!word) return false;
  const ahead = plain.slice(end, end + 12);
  if (word.behind?.test(ahead)) return true;
  return !firmAhead.test(ahead) && word.before?.test(plain.slice(Math.max(0, start - 18), start)) === true;
}

const ministries = /[部局署]$/;
/** Who leads it; but what it does long or far (长期, 长远) is its own. */
const headAhead = /^[长長](?!期|远|遠|达|達|年|时|時|于|於|久)/;

/** 商务部长 is an office, whose ministry is no mention: the title stays whole. */
function isPartOfTitle({ plain }: BlockView, start: number, end: number): boolean {
  return headAhead.test(plain.slice(end, end + 2)) && ministries.test(plain.slice(start, end));
}

/** 本报记者王毅: who wrote the text, where nobody tells a reporter something. */
const reporterBefore =
  /(?:^|[（(。\n]|本报|本報|本刊|本台|特派|见习|見習|实习|實習|驻\p{scx=Han}{2,4}|社)(?:记者|記者|通讯员|通訊員)[:： ]?$/u;

function isReporter({ plain }: BlockView, start: number): boolean {
  return reporterBefore.test(plain.slice(Math.max(0, start - 12), start));
}

/** Those who hold no office, before and behind a name: 公交司机李强, 李强师傅. */
const ordinaryBefore =
  /(?:司机|司機|师傅|師傅|摊主|攤主|店主|村民|居民|市民|农民|農民|果农|菜农|茶农|牧民|渔民|车主|业主|户主|乘客|游客|旅客|顾客|学生|學生|护士|護士|歌手|民警|交警|保安|快递员|外卖员|保洁员|环卫工|环卫工人|骑手|厨师|廚師|理发师|消防员|球员|球員|前锋|前鋒|门将|門將|后卫|选手|選手|教练|教練|导游|棋手|同学|名叫)$/u;
const ordinaryBehind = /^(?:师傅|師傅|大爷|大爺|大妈|大媽|阿姨|同学|同學|老师|老師|小朋友)/u;

/** Whether a full Chinese name is here that of somebody without an office. */
function isOrdinaryPerson({ plain }: BlockView, start: number, end: number): boolean {
  return (
    ordinaryBehind.test(plain.slice(end, end + 3)) ||
    ordinaryBefore.test(plain.slice(Math.max(0, start - 4), start))
  );
}

/** Whether a Chinese name is only a word, or part of a person's name or of a title. */
export function isChineseWord(view: BlockView, { entry, start, end }: Hit): boolean {
  if (view.plain.charCodeAt(start) < firstHan || mainLanguage(view.lang) !== "zh") return false;
  if (entry.kind === "country")
    return isPersonsName(view, start, end) || isPartOfChineseThing(view, start, end);
  if (entry.kind === "official")
    return isReporter(view, start) || (entry.isFullName && isOrdinaryPerson(view, start, end));
  if (entry.kind === "organisation") return isPartOfTitle(view, start, end);
  return entry.isFirm && isCommonWord(view, start, end);
}
