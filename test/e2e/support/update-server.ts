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

const status =
  (code: number, headers = {}): Answer =>
  (response) =>
    response.writeHead(code, headers).end("<h1>no</h1>");
const says =
  (type: string): Answer =>
  (response) =>
    response.writeHead(200, { "content-type": type }).end("<!doctype html><p>Hello");
const half = (file: Uint8Array) => file.subarray(0, file.length >> 1);

/** Ways in which a server fails or lies about a file, what the reader is told, and how. */
export const failures: [name: string, told: RegExp, answer: (file: Uint8Array) => Answer][] = [
  ["nothing is there", /There is nothing at http.*\(404\)/, () => status(404)],
  ["the server has a fault", /has a fault \(500\)/, () => status(500)],
  [
    "the address sends on to another origin",
    /sends on to another address/,
    () => status(302, { location: "http://localhost:9/elsewhere.json" }),
  ],
  ["a web page is there", /a web page and no dataset package/, () => says("text/html")],
  [
    "a web page pretends to be a package",
    /something else \(application\/json\)/,
    () => says("application/json"),
  ],
  [
    "the announced length is longer",
    /announces \d+ bytes, but its package has \d+/,
    (file) => (response) => response.writeHead(200, { "content-length": file.length + 9 }).end(file),
  ],
  [
    "the announced length is shorter",
    /announces \d+ bytes, but its package has \d+/,
    (file) => (response) => response.writeHead(200, { "content-length": half(file).length }).end(half(file)),
  ],
  [
    "the connection breaks off",
    /broke off after \d+ of \d+ bytes/,
    (file) => (response) => {
      response.writeHead(200, { "content-length": file.length });
      response.write(half(file), () => response.destroy());
    },
  ],
  [
    "the end is missing",
    /ended after \d+ bytes/,
    (file) => (response) => response.writeHead(200).end(half(file)),
  ],
  [
    "there is no end",
    /sends more than/,
    (file) => (response) => {
      response.writeHead(200);
      response.write(file);
      const more = () => !response.destroyed && response.write(Buffer.alloc(65_536, 32), more);
      more();
    },
  ],
  [
    "a bit is another one",
    /is damaged: the length or the checksum/,
    (file) => {
      const bad = file.slice();
      bad[bad.length >> 1] = (bad[bad.length >> 1] ?? 0) ^ 1;
      return gives(bad);
    },
  ],
];
