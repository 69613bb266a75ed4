import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Answer = (response: ServerResponse, request: IncomingMessage) => void;

export interface UpdateServer {
  /** The address of the package, as a reader would enter it. */
  address: string;
  /** What it answers from now on. */
  answer: Answer;
  requests: IncomingMessage[];
  close(): void;
}

/** A server on this machine that gives out a dataset package, or lies about it. Extensions may ask it, pages may not. */
export async function startUpdateServer(): Promise<UpdateServer> {
  const requests: IncomingMessage[] = [];
  const server: Server = createServer((request, response) => {
    // What a browser asks for by itself.
    if (request.url === "/favicon.ico") return void response.writeHead(404).end();
    requests.push(request);
    started.answer(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const started: UpdateServer = {
    address: `http://127.0.0.1:${port}/telecom-lens.json`,
    answer: (response) => response.writeHead(404).end(),
    requests,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return started;
}

/** The file as an honest server gives it. */
export const gives =
  (file: Uint8Array): Answer =>
  (response) =>
    response.writeHead(200, { "content-type": "application/json", "content-length": file.length }).end(file);

/** Ways in which a server fails or lies about a file, and what the reader is told. */
export function failures(file: Uint8Array): [name: string, answer: Answer, told: RegExp][] {
  const half = file.subarray(0, file.length >> 1);
  const status =
    (code: number, headers = {}): Answer =>
    (response) =>
      response.writeHead(code, headers).end("<h1>no</h1>");
  const bad = file.slice();
  bad[bad.length >> 1] = (bad[bad.length >> 1] ?? 0) ^ 1;
  return [
    ["nothing is there", status(404), /There is nothing at http.*\(404\)/],
    ["the server has a fault", status(500), /has a fault \(500\)/],
    [
      "the address sends on to another origin",
      status(302, { location: "http://localhost:9/elsewhere.json" }),
      /sends on to another address/,
    ],
    [
      "a web page is there",
      (response) => response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><p>Hello"),
      /a web page and no dataset package/,
    ],
    [
      "a web page pretends to be a package",
      (response) =>
        response.writeHead(200, { "content-type": "application/json" }).end("<!doctype html><p>Hello"),
      /something else \(application\/json\)/,
    ],
    [
      "the announced length is longer",
      (response) => response.writeHead(200, { "content-length": file.length + 9 }).end(file),
      /announces \d+ bytes, but its package has \d+/,
    ],
    [
      "the announced length is shorter",
      (response) => response.writeHead(200, { "content-length": half.length }).end(half),
      /announces \d+ bytes, but its package has \d+/,
    ],
    [
      "the connection breaks off",
      (response) => {
        response.writeHead(200, { "content-length": file.length });
        response.write(half, () => response.destroy());
      },
      /broke off after \d+ of \d+ bytes/,
    ],
    ["the end is missing", (response) => response.writeHead(200).end(half), /ended after \d+ bytes/],
    [
      "there is no end",
      (response) => {
        response.writeHead(200);
        response.write(file);
        const more = () => !response.destroyed && response.write(Buffer.alloc(65_536, 32), more);
        more();
      },
      /sends more than/,
    ],
    ["a bit is another one", gives(bad), /is damaged: the length or the checksum/],
  ];
}
