/**
 * Serves folders of HTML pages on a loopback port, for whichever host name the browser believes it is talking to.
 */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

export type PageServer = {
  port: number;
  /** Origin without a trailing slash: "http://127.0.0.1:40123". */
  origin: string;
  close(): Promise<void>;
};

/**
 * Serves `<folder>/<name>.html` or `<folder>/<name>/page.html` of the first folder that has it, at any path that
 * ends in `/<name>` or `/<name>.html`, so that an article can stand at the address that a news site would give it. Requests in a proxy's form
 * (`GET http://host/path`) are answered alike: this is how Firefox is made to find real host names here.
 */
export async function servePages(folders: readonly string[]): Promise<PageServer> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const name = pathname === "/" ? "index" : pathname.match(/\/([A-Za-z0-9-]+)(?:\.html)?$/)?.[1];
    const paths = name
      ? folders.flatMap((folder) => [join(folder, `${name}.html`), join(folder, name, "page.html")])
      : [];
    for (const path of paths) {
      const page = await readFile(path).catch(() => null);
      if (!page) continue;
      response.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" }).end(page);
      return;
    }
    response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("Not found");
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
