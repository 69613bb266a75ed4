import { isUtf8 } from "node:buffer";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const types: Record<string, string> = {
  ".html": "text/html",
  ".htm": "text/html",
  ".xhtml": "application/xhtml+xml",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
};

export interface PageServer {
  /** Ends with a slash. */
  origin: string;
  url(path: string): string;
  /** Paths that were asked for, oldest first. */
  requests: string[];
  close(): Promise<void>;
}

/**
 * Serves files on 127.0.0.1, so that the extension's script runs on them: browsers keep scripts off `file:`
 * addresses. A path without an extension is answered with the nearest `index.html` above it, as servers of
 * single-page applications do.
 */
export async function servePages(folder: string): Promise<PageServer> {
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    requests.push(path);
    for (const candidate of candidates(path)) {
      try {
        const content = await readFile(join(folder, normalize(candidate)));
        response.writeHead(200, { "content-type": typeOf(candidate, content), "cache-control": "no-store" });
        response.end(content);
        return;
      } catch {
        // The next candidate, or not found.
      }
    }
    response.writeHead(404, { "content-type": "text/plain" }).end("not found");
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    origin,
    url: (path) => origin + path.replace(/^\//, ""),
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A page that is valid UTF-8 is called so, even if it does not say it; any other speaks for itself. */
function typeOf(path: string, content: Buffer): string {
  const type = types[extname(path).toLowerCase()] ?? "application/octet-stream";
  return type.includes("html") && isUtf8(content) ? `${type}; charset=utf-8` : type;
}

/** The URL class has resolved `..` already: no candidate leaves the folder. */
function candidates(path: string): string[] {
  if (extname(path) !== "") return [path];
  const parts = path.split("/").filter(Boolean);
  // The folder itself first, then each one above it.
  return [...parts.keys(), parts.length]
    .reverse()
    .map((depth) => `/${[...parts.slice(0, depth), "index.html"].join("/")}`);
}
