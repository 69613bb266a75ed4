import { hostTag } from "./card-port.ts";
import type { Work } from "./in-slices.ts";
import { articleAddress } from "./page-address.ts";

/** How much of the page is to be read again: the article's text, or what the page is and where its article is. */
export type Extent = "text" | "page";

export interface PageEvents {
  /** The address changed without a new document; told at once, before anything is read. */
  navigated(): void;
  /** The page has changed and come to rest, or has changed for too long to wait for that. Never told while it runs. */
  changed(extent: Extent): Promise<Outcome>;
  /** The page has written into this text node; told before it is painted. */
  retyped(node: Node): void;
  /** Whether the page changes all the time; told every now and then while it changes, and when it has ceased. */
  unsettled(isUnsettled: boolean): void;
  /** Element that holds the article's text, where there is one. */
  root(): Element | null;
}

/** What came of a change. */
export interface Outcome {
  /**
   * `busy`: changes are heard. `late`: it is no article yet, and looked at ever less often. `idle`: it names
   * nothing, changes are not even heard for a while. `done`: the page is left alone until its address changes.
   */
  next: "busy" | "late" | "idle" | "done";
  /** Marks were gone that had only just been drawn. */
  fought: boolean;
  /** To look again then (ms since 1970), whatever happens. */
  again: number | null;
}

export interface PageWatch {
  /** Has the page read now, as at the beginning; resolves when that is done. */
  look(): Promise<void>;
  /** Hears changes in these trees too, which the document's own observers do not reach. */
  alsoIn(roots: readonly ShadowRoot[]): void;
  stop(): void;
}

/** Quiet time (ms) after the last change before the page is read again, and the longest wait under steady change. */
const settle = 300;
const longestWait = 1_500;
/** Changes looked at in one burst; in a flood the whole page is read again instead, once. */
const flood = 1_000;
/** We take at most a hundred-and-fiftieth of the page's time for changes: a second's work is followed by 149 of rest. */
const rest = 149;
/** So many frames with changes in this time (ms) mean that the page changes all the time. */
const [unrestFrames, unrestTime] = [10, 1_000];
/** Wait (ms) before an element is read again whose words change all the time: a clock, a price. */
const [restlessAfter, restlessWait] = [4, 30_000];
/** Longest wait (ms) on a page that undoes our marks again and again, and in one that names nothing. */
const longestRest = 60_000;
const idleWait = 15_000;
/** Text (characters) put in outside of the article that may be an article itself. */
const longText = 600;

/**
 * Tells when the page's address or text changed: the address at once, the text at most once per burst, and
 * never so often that our work would weigh on the page. Changes inside our own host do not count.
 */
export function watchPage(events: PageEvents, work: Work): PageWatch {
  let address = articleAddress();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let timerAt = 0;
  /** When (ms since 1970) to read again; 0: nothing has changed. */
  let due = 0;
  let firstChange = 0;
  let extent: Extent = "text";
  let seen = 0;
  let earliest = 0;
  let strikes = 0;
  let rounds = 0;
  let isRunning = false;
  let isFirst = false;
  let reports = Promise.resolve();
  let isListening = false;
  /** Frames with changes since unrest was last assessed, and when it is assessed next. */
  let frames = 0;
  let assessing: ReturnType<typeof setTimeout> | undefined;
  let changedTexts = new Set<Node>();
  let changeCounts = new WeakMap<Node, number>();
  let trees: readonly Node[] = [];
  const stopped = new AbortController();

  const listen = () => {
    if (isListening) return;
    isListening = true;
    for (const tree of [document, ...trees]) {
      observer.observe(tree, { childList: true, subtree: true, characterData: true });
    }
    // Applications renew the head by attributes; elsewhere attributes are nothing to us.
    headObserver.observe(document.head ?? document.documentElement, {
      attributes: true,
      attributeFilter: ["content", "href", "datetime"],
      subtree: document.head !== null,
    });
  };
  const deafen = () => {
    isListening = false;
    observer.disconnect();
    headObserver.disconnect();
  };

  const arm = () => {
    if (due === 0 || isRunning || (timer && timerAt <= due)) return;
    clearTimeout(timer);
    timerAt = due;
    timer = setTimeout(fire, Math.max(0, due - Date.now()));
  };
  const fire = () => {
    timer = undefined;
    if (due > Date.now()) return arm();
    reports = reports.then(report);
  };
  const plan = (wanted: Extent, wait = settle) => {
    const now = Date.now();
    if (wanted === "page") extent = "page";
    const steady = wait > settle;
    if (!steady) firstChange ||= now;
    const at = steady ? now + wait : Math.min(now + wait, firstChange + longestWait);
    // A change that can wait does not put off one that cannot, nor itself.
    due = Math.max(earliest, steady && due > 0 ? Math.min(due, at) : at);
    arm();
  };
  const report = async () => {
    if (stopped.signal.aborted) return;
    clearTimeout(timer);
    timer = undefined;
    const told = extent;
    extent = "text";
    due = firstChange = seen = 0;
    for (const node of changedTexts) changeCounts.set(node, (changeCounts.get(node) ?? 0) + 1);
    changedTexts = new Set();
    const before = work.spent();
    const at = address;
    isRunning = true;
    const outcome = await events.changed(told);
    isRunning = false;
    if (stopped.signal.aborted) return;
    if (at !== address) return arm();
    strikes = outcome.fought ? strikes + 1 : 0;
    rounds = outcome.next === "busy" ? 0 : rounds + 1;
    // The first reading of an article is owed; it only must not put off the page's next change for long.
    const rested = (work.spent() - before) * rest;
    const pause =
      outcome.next === "idle"
        ? idleWait * 2 ** (rounds - 1)
        : Math.max(rounds, strikes - 1) > 0
          ? settle * 2 ** Math.max(rounds, strikes)
          : 0;
    earliest =
      Date.now() + Math.max(Math.min(pause, longestRest), isFirst ? Math.min(rested, 1_000) : rested);
    isFirst = false;
    if (outcome.again !== null) {
      plan("page", Math.max(settle + 1, outcome.again - Date.now()));
    } else if (outcome.next === "done" && due === 0) return deafen();
    else if (outcome.next === "idle" && due === 0) {
      // Not even changes are heard until then: this page costs us nothing.
      deafen();
      timer = setTimeout(() => {
        timer = undefined;
        listen();
      }, earliest - Date.now());
    }
    due &&= Math.max(due, earliest);
    arm();
  };

  /** The observer is called about once a frame. */
  const assessUnrest = () => {
    const isUnsettled = frames >= unrestFrames;
    frames = 0;
    work.count(() => events.unsettled(isUnsettled));
    assessing = isUnsettled ? setTimeout(assessUnrest, unrestTime) : undefined;
  };
  const heard = (records: MutationRecord[]) => {
    frames++;
    assessing ??= setTimeout(assessUnrest, unrestTime);
    if (!isToldOfNavigation && hasNavigated()) return;
    const root = events.root();
    for (const record of records) {
      const { type, target } = record;
      if (type === "characterData") events.retyped(target);
      if (++seen > flood) {
        extent = "page";
        continue;
      }
      const change = changeOf(record, root);
      if (!change) continue;
      const node = change === "text" && isTextOnly(record) ? textKeyOf(record) : null;
      if (node) changedTexts.add(node);
      const isRestless = node && (changeCounts.get(node) ?? 0) >= restlessAfter;
      plan(change, isRestless ? restlessWait : settle);
    }
    if (seen > flood) plan("page");
  };
  const observer = new MutationObserver((records) => work.count(() => heard(records)));
  const headObserver = new MutationObserver(() => hasNavigated() || plan("page"));

  const hasNavigated = (): boolean => {
    const now = articleAddress();
    if (now === address) return false;
    address = now;
    earliest = strikes = rounds = due = firstChange = 0;
    isFirst = true;
    changeCounts = new WeakMap();
    clearTimeout(timer);
    timer = undefined;
    events.navigated();
    deafen();
    listen();
    plan("page");
    return true;
  };
  const options = { signal: stopped.signal };
  const navigation = (window as { navigation?: EventTarget }).navigation;
  navigation?.addEventListener("currententrychange", hasNavigated, options);
  // A document that was written into a frame goes by the address of the page around it.
  const isToldOfNavigation = navigation !== undefined && location.protocol !== "about:";
  addEventListener("popstate", hasNavigated, options);
  addEventListener("hashchange", hasNavigated, options);
  listen();

  return {
    look() {
      listen();
      rounds = 0;
      isFirst = true;
      extent = "page";
      reports = reports.then(report);
      return reports;
    },
    alsoIn(roots) {
      if (roots.length === trees.length && roots.every((root, number) => root === trees[number])) return;
      trees = [...roots];
      if (!isListening) return;
      deafen();
      listen();
    },
    stop() {
      clearTimeout(timer);
      clearTimeout(assessing);
      deafen();
      stopped.abort();
    },
  };
}

/** What a change may mean for the article; null: nothing. On a live page this is asked dozens of times a second. */
function changeOf(record: MutationRecord, root: Element | null): Extent | null {
  const { target, addedNodes, removedNodes } = record;
  // First of all, for every question to the document costs.
  if (root?.isConnected && root.contains(target)) return "text";
  if (isOurs(record)) return null;
  if (document.head?.contains(target)) {
    return [...addedNodes].some(tellsOfArticle) || tellsOfArticle(target) ? "page" : null;
  }
  if (!root?.isConnected) return "page";
  if (target.getRootNode() !== document) return "text";
  if (removedNodes.length > 0 && addedNodes.length === 0) return null;
  return [...addedNodes].some((node) => (node.textContent?.length ?? 0) > longText) ? "page" : null;
}

function tellsOfArticle(node: Node): boolean {
  return node instanceof Element && node.matches("meta, link[rel=canonical], script[type$=json]");
}

/** Only words were changed, no elements. */
function isTextOnly({ type, addedNodes, removedNodes }: MutationRecord): boolean {
  return type === "characterData" || (areTexts(addedNodes) && areTexts(removedNodes));
}

function areTexts(nodes: NodeList): boolean {
  for (let at = 0; at < nodes.length; at++) if (nodes[at]?.nodeType !== 3) return false;
  return true;
}

function textKeyOf({ type, target }: MutationRecord): Node | null {
  return type === "characterData" ? (target.parentNode ?? target) : target;
}

function isOurs({ target, addedNodes, removedNodes }: MutationRecord): boolean {
  if (target !== document.documentElement) return false;
  return [...addedNodes, ...removedNodes].every((node) => (node as Element).localName === hostTag);
}
