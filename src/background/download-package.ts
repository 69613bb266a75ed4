import { PackageError } from "../core/package/package-error.ts";
import { type PackageHead, readHead } from "../core/package/read-package.ts";

/**
 * Why nothing was downloaded.
 *
 *   unreachable  no answer at all
 *   redirected   the address sends on to another one
 *   missing      there is nothing at the address
 *   refused      the server wants to know who asks
 *   server       the server has a fault of its own
 *   status       any other answer that is none
 *   no-package   something else lies there
 *   length       the server announces another length than the package has
 *   interrupted  the connection broke off
 *   short        the server sent less than the package has
 *   endless      the server sent more than the package has
 *   stalled      nothing came for too long
 *   slow         it took too long as a whole
 */
export type DownloadFault =
  | "unreachable"
  | "redirected"
  | "missing"
  | "refused"
  | "server"
  | "status"
  | "no-package"
  | "length"
  | "interrupted"
  | "short"
  | "endless"
  | "stalled"
  | "slow";

const remedies: Record<DownloadFault, string> = {
  unreachable: "Look whether you are online and whether the address is right, and try again.",
  redirected: "Ask the publisher for the address at which the package itself lies, and enter that one.",
  missing: "Look whether the address is right, or ask the publisher for the new one.",
  refused: "Only an address that anybody may read can be used. Ask the publisher for one.",
  server: "Try again later.",
  status: "Look whether the address is right, or tell the publisher.",
  "no-package": "Look whether the address is right: it must be that of the package itself.",
  length: "Try again; if it stays like this, tell the publisher.",
  interrupted: "Try again.",
  short: "Try again; if it stays like this, tell the publisher.",
  endless: "Try again; if it stays like this, tell the publisher.",
  stalled: "Try again later.",
  slow: "Try again over a faster connection, or install the package from a file.",
};

/** Nothing was downloaded; the message says for people what happened at which address, and what to do. */
export class PackageDownloadError extends Error {
  override name = "PackageDownloadError";
  readonly fault: DownloadFault;

  /** @param what one sentence that names the address. */
  constructor(fault: DownloadFault, what: string, options?: ErrorOptions) {
    super(`${what} The data in use stays as it is. ${remedies[fault]}`, options);
    this.fault = fault;
  }
}

export interface DownloadTools {
  /**
   * Looks at the first lines of the package: whether the rest is wanted.
   * @throws Error when the package must not be taken.
   */
  wants(head: PackageHead): boolean;
  /** Stops everything; the download rejects with the signal's reason. */
  signal: AbortSignal;
  progress?(received: number, total: number): void;
  /** Milliseconds without a byte, and as a whole. */
  stall?: number;
  limit?: number;
}

export interface Download {
  head: PackageHead;
  /** The whole package; null where it was not wanted. */
  bytes: Uint8Array<ArrayBuffer> | null;
  /** The length that the server announced. */
  announced: number | null;
}

const patience = { stall: 30_000, limit: 15 * 60_000 };

/**
 * Asks one address for a package, once: without cookies, referrer or anything else that would tell readers apart, and
 * followed nowhere. Where the rest is not wanted, only the beginning is read.
 *
 * @throws PackageDownloadError, PackageError, or what `wants` throws.
 */
export async function downloadPackage(url: string, tools: DownloadTools): Promise<Download> {
  const { stall = patience.stall, limit = patience.limit } = tools;
  const watch = watchTime(url, { stall, limit });
  const signal = AbortSignal.any([tools.signal, watch.signal]);
  try {
    const response = await ask(url, signal);
    checkAnswer(url, response);
    return await readBody(url, response, tools, watch.alive);
  } catch (cause) {
    // What ends the reading says less than who ended it.
    signal.throwIfAborted();
    throw cause;
  } finally {
    // Whatever is still to come is not wanted any more.
    watch.end();
  }
}

async function ask(url: string, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, {
      signal,
      credentials: "omit",
      referrerPolicy: "no-referrer",
      // Not even the mark of an earlier answer is sent: by one, a server could know a reader again.
      cache: "no-store",
      redirect: "manual",
    });
  } catch (cause) {
    throw new PackageDownloadError("unreachable", `${url} cannot be reached.`, { cause });
  }
}

/** @throws PackageDownloadError unless it is an answer with a body that may be a package. */
function checkAnswer(url: string, { status, type }: Response): void {
  // Browsers do not tell where to, so that the same site cannot be told from another.
  if (type === "opaqueredirect" || (status >= 300 && status < 400)) {
    throw new PackageDownloadError(
      "redirected",
      `${url} sends on to another address, which is not followed.`,
    );
  }
  if (status === 200) return;
  if (status === 404 || status === 410) {
    throw new PackageDownloadError("missing", `There is nothing at ${url} (${status}).`);
  }
  if (status === 401 || status === 403) {
    throw new PackageDownloadError("refused", `The server does not give out ${url} (${status}).`);
  }
  if (status >= 500) {
    throw new PackageDownloadError("server", `The server of ${url} has a fault (${status}).`);
  }
  throw new PackageDownloadError("status", `${url} gives an answer that is none (${status}).`);
}

async function readBody(
  url: string,
  response: Response,
  { wants, progress }: DownloadTools,
  alive: () => void,
): Promise<Download> {
  const announced = lengthOf(response);
  const reader = response.body?.getReader();
  if (!reader) throw new PackageDownloadError("short", `${url} gives an empty answer.`);
  let head: PackageHead | undefined;
  let bytes = new Uint8Array(0);
  let received = 0;
  for (;;) {
    const chunk = await nextChunk(url, reader, received, head?.total);
    if (!chunk) break;
    alive();
    const before = received;
    received += chunk.length;
    if (head) {
      checkEnd(url, received, head.total);
      bytes.set(chunk, before);
    } else {
      bytes = joined(bytes, chunk);
      head = headIn(url, response, bytes);
      if (!head) continue;
      if (!wants(head)) return { head, bytes: null, announced };
      checkLength(url, announced, head.total);
      checkEnd(url, received, head.total);
      bytes = joined(bytes, new Uint8Array(head.total - received));
    }
    progress?.(received, head.total);
  }
  if (!head || received < head.total) {
    const whole = head ? `the ${head.total} bytes of its package` : "the beginning of a package";
    throw new PackageDownloadError("short", `${url} ended after ${received} bytes, before ${whole}.`);
  }
  return { head, bytes, announced };
}

async function nextChunk(
  url: string,
  reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
  received: number,
  total: number | undefined,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return (await reader.read()).value;
  } catch (cause) {
    const of = total === undefined ? "" : ` of ${total}`;
    throw new PackageDownloadError(
      "interrupted",
      `The connection to ${url} broke off after ${received}${of} bytes.`,
      { cause },
    );
  }
}

function headIn(url: string, response: Response, bytes: Uint8Array): PackageHead | undefined {
  try {
    const head = readHead(bytes);
    return head === "incomplete" ? undefined : head;
  } catch (cause) {
    if (!(cause instanceof PackageError) || cause.code !== "not-a-package") throw cause;
    const type = response.headers.get("content-type")?.split(";")[0]?.trim();
    const what = type === "text/html" ? "a web page" : `something else${type ? ` (${type})` : ""}`;
    throw new PackageDownloadError("no-package", `At ${url} lies ${what} and no dataset package.`, { cause });
  }
}

/** The length of what will be read; a compressed answer has another one. */
function lengthOf({ headers }: Response): number | null {
  const length = headers.get("content-length");
  return length !== null && /^\d+$/.test(length) && !headers.has("content-encoding") ? Number(length) : null;
}

function checkLength(url: string, announced: number | null, total: number): void {
  if (announced === null || announced === total) return;
  throw new PackageDownloadError(
    "length",
    `The server of ${url} announces ${announced} bytes, but its package has ${total}.`,
  );
}

function checkEnd(url: string, received: number, total: number): void {
  if (received <= total) return;
  throw new PackageDownloadError("endless", `${url} sends more than the ${total} bytes of its package.`);
}

function joined(one: Uint8Array, two: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + two.length);
  both.set(one);
  both.set(two, one.length);
  return both;
}

/** Ends a download that takes too long; `alive` is to be called for each sign of life. */
function watchTime(url: string, { stall, limit }: { stall: number; limit: number }) {
  const controller = new AbortController();
  const stop = (fault: DownloadFault, what: string) => () =>
    controller.abort(new PackageDownloadError(fault, what));
  const seconds = (time: number) => `${Math.ceil(time / 1000)} seconds`;
  const stalled = stop("stalled", `Nothing came from ${url} for ${seconds(stall)}.`);
  let quiet = setTimeout(stalled, stall);
  const whole = setTimeout(
    stop("slow", `The package at ${url} did not come within ${seconds(limit)}.`),
    limit,
  );
  return {
    signal: controller.signal,
    alive: () => {
      clearTimeout(quiet);
      quiet = setTimeout(stalled, stall);
    },
    end: () => {
      clearTimeout(quiet);
      clearTimeout(whole);
      controller.abort();
    },
  };
}
