/** Builds the apps of `tests/fixtures/apps` as a site would serve them: drawn on the server, taken over in the browser. */
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { compile } from "svelte/compiler";
import { build, type Plugin, type Rollup } from "vite";

export type Framework = "react" | "vue" | "svelte";

const root = join(import.meta.dirname, "../..");
const folder = join(root, "tests/fixtures/apps");

/** The page's HTML, with the app drawn into it and its script beside it. */
export async function appPage(framework: Framework): Promise<string> {
  const [html, script] = await Promise.all([drawn(framework), bundle(framework)]);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Nvidia and OpenAI</title>
    <meta property="article:published_time" content="2026-04-02T09:30:00Z"></head>
    <body><main id="app">${html}</main><script>
      window.errors = [];
      addEventListener("error", ({ message }) => errors.push(message));
      for (const kind of ["error", "warn"]) console[kind] = (...words) => errors.push(words.join(" "));
    </script><script>${script.replaceAll("</script", "<\\/script")}</script></body></html>`;
}

const svelte = (generate: "client" | "server"): Plugin => ({
  name: "svelte",
  transform: (code, id) =>
    id.endsWith(".svelte") ? { code: compile(code, { filename: id, generate, dev: true }).js.code, map: null } : null,
});

async function bundle(framework: Framework): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    logLevel: "error",
    // In development frameworks complain aloud of what does not fit.
    mode: "development",
    define: {
      "process.env.NODE_ENV": '"development"',
      __VUE_OPTIONS_API__: "true",
      __VUE_PROD_DEVTOOLS__: "false",
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "true",
    },
    plugins: [svelte("client")],
    build: {
      write: false,
      minify: false,
      lib: { entry: join(folder, `${framework}.js`), formats: ["iife"], name: "app" },
    },
  });
  const [output] = [result].flat() as Rollup.RollupOutput[];
  const chunk = output?.output.find((part) => part.type === "chunk");
  if (!chunk) throw new Error(`No script came of the ${framework} app.`);
  return chunk.code;
}

async function drawn(framework: Framework): Promise<string> {
  if (framework === "react") {
    const [{ createElement }, { renderToString }] = await Promise.all([import("react"), import("react-dom/server")]);
    const { App } = await import("../fixtures/apps/react.js");
    return renderToString(createElement(App));
  }
  if (framework === "vue") {
    const [{ createSSRApp }, { renderToString }] = await Promise.all([import("vue"), import("vue/server-renderer")]);
    const { App } = await import("../fixtures/apps/vue.js");
    return renderToString(createSSRApp(App));
  }
  const outDir = await mkdtemp(join(root, ".cache", "svelte-"));
  try {
    await build({
      root,
      configFile: false,
      logLevel: "error",
      plugins: [svelte("server")],
      build: { outDir, ssr: join(folder, "svelte.js"), minify: false },
    });
    const { App } = await import(pathToFileURL(join(outDir, "svelte.js")).href);
    const { render } = await import("svelte/server");
    return render(App).body;
  } finally {
    await rm(outDir, { recursive: true });
  }
}
