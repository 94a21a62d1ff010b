/**
 * Serves folders of HTML pages on a loopback port, for whichever host name the browser believes it is talking to.
 */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

const HTML = { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" };

export type PageServer = {
  port: number;
  /** Origin without a trailing slash: "http://127.0.0.1:40123". */
  origin: string;
  /** Serves a page under a name, in place of a file: for pages that are made for one test. */
  set(name: string, page: MadePage): void;
  close(): Promise<void>;
};

export type MadePage = { body: string; headers?: Record<string, string> };

/**
 * Serves `<folder>/<name>.html` or `<folder>/<name>/page.html` of the first folder that has it, at any path that
 * ends in `/<name>` or `/<name>.html`, so that an article can stand at the address that a news site would give it. Requests in a proxy's form
 * (`GET http://host/path`) are answered alike: this is how Firefox is made to find real host names here.
 */
export async function servePages(folders: readonly string[]): Promise<PageServer> {
  const made = new Map<string, MadePage>();
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const name = pathname === "/" ? "index" : pathname.match(/\/([A-Za-z0-9-]+)(?:\.html)?$/)?.[1];
    const page = name ? made.get(name) : undefined;
    if (page) {
      response.writeHead(200, { ...HTML, ...page.headers }).end(page.body);
      return;
    }
    const paths = name
      ? folders.flatMap((folder) => [join(folder, `${name}.html`), join(folder, name, "page.html")])
      : [];
    for (const path of paths) {
      const file = await readFile(path).catch(() => null);
      if (!file) continue;
      response.writeHead(200, HTML).end(file);
      return;
    }
    response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("Not found");
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    set: (name, page) => void made.set(name, page),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
