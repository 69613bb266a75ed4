/** One visit to a page, on one side, and what can be compared between the sides afterwards. */
import type { CDPSession, Page } from "puppeteer-core";
import { type BothSides, pause, type Side } from "./both-sides.ts";

export interface Visit {
  /** The document as markup without our host, the side's name taken out. */
  markup: string;
  /** Places and sizes of the elements, in one string. */
  geometry: string;
  errors: string[];
  /** What the page asked for, the side's name taken out. */
  requests: string[];
  /** Cumulative layout shift; null where the browser does not tell. */
  shift: number | null;
}

/**
 * Runs before the page's own scripts: chance and time are the same on every visit, so that a page which draws by them
 * draws the same; and layout shifts are summed. In our own world both stay as they are.
 */
function beforePage(): void {
  let seed = 20_201;
  Math.random = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  const begun = Date.now();
  const NativeDate = Date;
  // In steps of ten seconds: a page that waits for the clock in a loop goes on all the same.
  const now = () => 1_580_000_000_000 + Math.floor((NativeDate.now() - begun) / 10_000) * 10_000;
  const steadyDate = function (this: unknown, ...parts: unknown[]) {
    const date = Reflect.construct(NativeDate, parts.length > 0 ? parts : [now()]) as Date;
    return new.target ? date : date.toString();
  } as unknown as DateConstructor;
  Object.setPrototypeOf(steadyDate, NativeDate);
  Object.assign(steadyDate, { prototype: NativeDate.prototype, now });
  globalThis.Date = steadyDate;
  if (globalThis.crypto) {
    crypto.getRandomValues = <T extends ArrayBufferView | null>(array: T): T => {
      const bytes = array as unknown as Uint8Array;
      for (let at = 0; at < bytes.length; at += 1) bytes[at] = Math.floor(Math.random() * 256);
      return array;
    };
    crypto.randomUUID = () => "00000000-0000-4000-8000-000000000000";
  }
  const scope = globalThis as unknown as { telecomLensShift?: number };
  if (PerformanceObserver.supportedEntryTypes?.includes("layout-shift")) {
    scope.telecomLensShift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
        scope.telecomLensShift = (scope.telecomLensShift ?? 0) + entry.value;
      }
    }).observe({ type: "layout-shift", buffered: true });
  }
}

/** A tab of one side that goes from page to page. */
export interface Visitor {
  page: Page;
  visit(path: string): Promise<Visit>;
  /** What stands there now, without loading anything. */
  look(): Promise<Pick<Visit, "markup" | "geometry">>;
  /** Leaves for an empty page of the same site, and collects what can be collected. */
  leave(): Promise<Held | null>;
}

/** What a tab holds on an empty page, garbage collected. */
export interface Held {
  documents: number;
  nodes: number;
  /** Bytes of the script heap. */
  heap: number;
}

const dwell = 1_200;
const patience = 15_000;

export async function openVisitor(both: BothSides, side: Side): Promise<Visitor> {
  const page = await both.newPage();
  const session = both.kind === "chromium" ? await page.createCDPSession() : null;
  const host = new URL(both.url("", side)).host;
  const neutral = (text: string) =>
    text.replaceAll(host, "HOST").replaceAll(host.split(":")[0] ?? "", "HOST");
  let errors: string[] = [];
  let requests: string[] = [];
  page.on("pageerror", (error) =>
    errors.push(neutral(error instanceof Error ? error.message : String(error))),
  );
  page.on("request", (request) => requests.push(neutral(request.url())));
  page.on("dialog", (dialog) => void dialog.dismiss().catch(() => undefined));
  await page.evaluateOnNewDocument(beforePage);
  const look = async () => {
    const seen = await page.evaluate(readPage);
    return { ...seen, markup: neutral(seen.markup) };
  };
  /** Firefox calls it a failure when a frame could not load; the page itself may be on its way. */
  const arrive = (address: string, cause: unknown) =>
    page
      .waitForFunction(
        (there) => location.href === there && document.readyState === "complete",
        { timeout: patience },
        address,
      )
      .then(
        () => undefined,
        () => {
          throw cause;
        },
      );
  return {
    page,
    look,
    visit: async (path) => {
      errors = [];
      requests = [];
      await page.bringToFront();
      await page.goto(both.url(path, side), { waitUntil: "load", timeout: patience }).catch((cause) => {
        // A page that never stops loading is looked at as it is.
        if ((cause as Error).name !== "TimeoutError") return arrive(both.url(path, side), cause);
      });
      await pause(dwell);
      const seen = await look();
      return { ...seen, errors: [...errors], requests: [...requests] };
    },
    leave: async () => {
      // Nothing is served under this name: an empty page of the same site.
      await page.goto(both.url("telecom-lens-left.txt", side), { waitUntil: "load" });
      return session && held(session);
    },
  };
}

async function held(session: CDPSession): Promise<Held> {
  for (let turn = 0; turn < 3; turn += 1) {
    await session.send("HeapProfiler.collectGarbage");
    await pause(30);
  }
  const { documents, nodes } = await session.send("Memory.getDOMCounters");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return { documents, nodes, heap: usedSize };
}

function readPage(): Omit<Visit, "errors" | "requests"> {
  const copy = document.documentElement.cloneNode(true) as Element;
  for (const host of copy.querySelectorAll("telecom-lens-card")) host.remove();
  const boxes: string[] = [];
  for (const element of document.querySelectorAll("body *")) {
    if (boxes.length >= 5_000) break;
    const { x, y, width, height } = element.getBoundingClientRect();
    boxes.push([x + scrollX, y + scrollY, width, height].map((value) => Math.round(value * 10)).join(","));
  }
  const { scrollWidth, scrollHeight } = document.documentElement;
  const scope = globalThis as unknown as { telecomLensShift?: number };
  return {
    markup: copy.outerHTML,
    geometry: `${scrollWidth}x${scrollHeight};${boxes.join(";")}`,
    shift: scope.telecomLensShift ?? null,
  };
}
