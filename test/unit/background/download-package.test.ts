import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  type Download,
  downloadPackage,
  PackageDownloadError,
} from "../../../src/background/download-package.ts";
import { PackageError } from "../../../src/core/package/package-error.ts";
import { samplePackage } from "../../support/sample-package.ts";

const { bytes: file } = samplePackage({ version: "2026.12.0" });
const head = file.subarray(0, 4_000);

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

let server: Server;
let answer: Answer;
let asked: IncomingMessage[] = [];
let url: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request);
    answer(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/dataset.json`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
});

const whole: Answer = (response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": file.length });
  response.end(file);
};

function download(
  to: Answer,
  more: {
    wants?: boolean;
    signal?: AbortSignal;
    stall?: number;
    limit?: number;
    progress?: (received: number) => void;
  } = {},
): Promise<Download> {
  answer = to;
  const { wants = true, signal = new AbortController().signal, ...rest } = more;
  return downloadPackage(url, { wants: () => wants, signal, ...rest });
}

/** Sends the package in pieces, with a pause (milliseconds) after each. */
const inPieces =
  (size: number, pause: number, sent = file): Answer =>
  async (response) => {
    response.writeHead(200);
    for (let at = 0; at < sent.length && !response.destroyed; at += size) {
      response.write(sent.subarray(at, at + size));
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    response.end();
  };

const status =
  (code: number, headers = {}): Answer =>
  (response) =>
    response.writeHead(code, headers).end("<h1>no</h1>");

describe("a package", () => {
  test("comes whole, with its length known from its own head", async () => {
    const received: number[] = [];
    const {
      bytes,
      head: first,
      announced,
    } = await download(whole, { progress: (done) => received.push(done) });
    expect(Buffer.compare(bytes ?? new Uint8Array(), file)).toBe(0);
    expect(first).toMatchObject({ manifest: { version: "2026.12.0" }, total: file.length });
    expect(announced).toBe(file.length);
    expect(received.at(-1)).toBe(file.length);
  });

  test.each([
    ["byte by byte at first", inPieces(97, 0)],
    ["without a length", (response: ServerResponse) => response.writeHead(200).end(file)],
    [
      "compressed, with the length of that",
      (response: ServerResponse) => {
        const small = gzipSync(file);
        response.writeHead(200, { "content-encoding": "gzip", "content-length": small.length }).end(small);
      },
    ],
    [
      "called a web page",
      (response: ServerResponse) => response.writeHead(200, { "content-type": "text/html" }).end(file),
    ],
  ] satisfies [string, Answer][])("comes whole %s", async (_, to) => {
    const { bytes } = await download(to);
    expect(Buffer.compare(bytes ?? new Uint8Array(), file)).toBe(0);
  });

  test("that is not wanted is not read beyond its beginning", async () => {
    let closed = false;
    const { bytes, head: first } = await download(
      (response) => {
        response.on("close", () => {
          closed = true;
        });
        response.writeHead(200, { "content-length": file.length });
        response.write(head);
      },
      { wants: false },
    );
    expect([bytes, first.manifest.version]).toEqual([null, "2026.12.0"]);
    await expect.poll(() => closed).toBe(true);
  });

  test("is asked for once, and the server is told nothing of who asks", async () => {
    await download(whole);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.method).toBe("GET");
    for (const name of ["cookie", "referer", "authorization", "if-none-match", "if-modified-since"])
      expect(asked[0]?.headers).not.toHaveProperty(name);
  });
});

describe("no package", () => {
  const failures: [string, Answer, string, RegExp][] = [
    ["where there is nothing", status(404), "missing", /nothing at http.*404/],
    ["where there is nothing any more", status(410), "missing", /410/],
    ["where the server wants to know who asks", status(403), "refused", /does not give out/],
    ["where the server has a fault", status(500), "server", /has a fault \(500\)/],
    ["where the server is overrun", status(503), "server", /503.*later/],
    ["where the answer is none", status(204), "status", /204/],
    [
      "where the address sends on",
      status(302, { location: "http://localhost/x" }),
      "redirected",
      /not followed/,
    ],
    ["where it sends on within the site", status(301, { location: "/other" }), "redirected", /sends on/],
    [
      "where a web page lies",
      (response) =>
        response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end("<!doctype html>"),
      "no-package",
      /a web page/,
    ],
    [
      "where a web page is called a package",
      (response) => response.writeHead(200, { "content-type": "application/json" }).end("<!doctype html>"),
      "no-package",
      /something else \(application\/json\)/,
    ],
    ["in an empty answer", (response) => response.writeHead(200).end(), "short", /ended after 0 bytes/],
    [
      "where the announced length is longer",
      (response) => {
        response.writeHead(200, { "content-length": file.length + 5 });
        response.end(file);
      },
      "length",
      /announces \d+ bytes, but its package has/,
    ],
    [
      "where the announced length is shorter",
      (response) => {
        response.writeHead(200, { "content-length": file.length - 5 });
        response.end(file.subarray(0, file.length - 5));
      },
      "length",
      /announces/,
    ],
    [
      "where the connection breaks off",
      (response) => {
        response.writeHead(200, { "content-length": file.length });
        response.write(file.subarray(0, file.length - 500), () => response.destroy());
      },
      "interrupted",
      /broke off after \d+ of \d+ bytes/,
    ],
    [
      "where the connection breaks off at once",
      (response) => response.destroy(),
      "unreachable",
      /cannot be reached/,
    ],
    ["where the end is missing", inPieces(5_000, 0, file.subarray(0, -9)), "short", /before the \d+ bytes/],
    [
      "where more comes in the end",
      (response) => {
        response.writeHead(200);
        response.write(head);
        setTimeout(() => response.end(Buffer.concat([file.subarray(head.length), Buffer.from("more")])), 30);
      },
      "endless",
      /sends more than/,
    ],
    [
      "where there is no end",
      (response) => {
        response.writeHead(200);
        response.write(file);
        const more = () => !response.destroyed && response.write(Buffer.alloc(65_536, 32), more);
        more();
      },
      "endless",
      /sends more than/,
    ],
  ];
  test.each(failures)("is taken %s", async (_, to, fault, words) => {
    const failing = download(to);
    await expect(failing).rejects.toMatchObject({ name: "PackageDownloadError", fault });
    await expect(failing).rejects.toThrow(words);
    // What, where, that nothing is lost, and what to do.
    await expect(failing).rejects.toThrow(/127\.0\.0\.1.*\. The data in use stays as it is\. [A-Z].*\.$/);
  });

  test("is taken from a body that never comes to a head", async () => {
    const endless: Answer = (response) => {
      response.writeHead(200);
      response.write('{"telecomLens":"dataset package 1",\n"manifest":{"title":"');
      const more = () => !response.destroyed && response.write(Buffer.alloc(65_536, 97), more);
      more();
    };
    await expect(download(endless)).rejects.toBeInstanceOf(PackageError);
  });

  test("is waited for without a byte, or longer than the limit", async () => {
    const silent: Answer = (response) => {
      response.writeHead(200);
      response.write(head);
    };
    await expect(download(silent, { stall: 100 })).rejects.toMatchObject({ fault: "stalled" });
    await expect(download(() => {}, { stall: 100 })).rejects.toMatchObject({ fault: "stalled" });
    // A byte comes in time, again and again.
    const drip = inPieces(1, 20);
    await expect(download(drip, { stall: 200, limit: 500 })).rejects.toMatchObject({ fault: "slow" });
  });

  test("is taken once the reader has stopped it", async () => {
    const controller = new AbortController();
    const stopped = download(inPieces(100, 20), { signal: controller.signal });
    setTimeout(() => controller.abort(new Error("enough")), 50);
    await expect(stopped).rejects.toThrow("enough");
  });

  test("is taken where nobody listens", async () => {
    const { port } = server.address() as AddressInfo;
    const nobody = downloadPackage(`http://127.0.0.1:${port === 1 ? 2 : 1}/`, {
      wants: () => true,
      signal: new AbortController().signal,
    });
    await expect(nobody).rejects.toBeInstanceOf(PackageDownloadError);
  });
});
