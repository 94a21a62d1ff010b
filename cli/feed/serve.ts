/** `feed serve`: a folder over http on this computer, as a static host would serve it, to try a feed out. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { sha256 } from "../../lib/dataset/pages.ts";
import { readBytes, readRoots } from "./folder.ts";
import { UserError } from "./user-error.ts";

const NAME = /^\/(head\.json|\d+\.root\.json|catalog\/[0-9a-f]{64}\.json|[cd]\/[0-9a-f]{64}\.json\.gz)$/;

/** How long a host may keep a file: the head changes, a root may yet appear, the rest is named by its hash. */
function cacheControlOf(name: string): string {
  if (name === "head.json") return "public, max-age=300";
  if (name.endsWith(".root.json")) return "public, max-age=3600";
  return "public, max-age=31536000, immutable";
}

/**
 * @param port 0 for any that is free
 * @returns the server, and the address it is found at
 * @throws {UserError} where the folder holds no feed, or the port is taken
 */
export async function serve(folder: string, port: number): Promise<{ server: Server; address: string }> {
  await readRoots(folder);
  const server = createServer(async (request, response) => {
    const name = NAME.exec(new URL(request.url ?? "/", "http://localhost").pathname)?.[1];
    const isRead = request.method === "GET" || request.method === "HEAD";
    const bytes = name && isRead ? await readBytes(folder, name).catch(() => null) : null;
    if (!name || !bytes) {
      response
        .writeHead(isRead ? 404 : 405, { "content-type": "text/plain" })
        .end(isRead ? "Not found\n" : "GET only\n");
      return;
    }
    const etag = `"${(await sha256(bytes)).slice(0, 32)}"`;
    const headers = {
      "cache-control": cacheControlOf(name),
      "content-type": name.endsWith(".gz") ? "application/gzip" : "application/json",
      etag,
    };
    if (request.headers["if-none-match"] === etag) {
      response.writeHead(304, headers).end();
      return;
    }
    response.writeHead(200, { ...headers, "content-length": bytes.length });
    response.end(request.method === "HEAD" ? undefined : bytes);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? new UserError(`Port ${port} is taken. Choose another with --port.`) : error),
    );
    server.listen(port, "127.0.0.1", resolve);
  });
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}
