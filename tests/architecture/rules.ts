import type { Source } from "./source.ts";

type Layer = {
  /** Files the rule holds for. */
  files: RegExp;
  /** Project files that they may import. */
  mayImport: RegExp;
  /** Packages that they may import. */
  packages: RegExp;
};

const NONE = /^$/;

/** Which way imports point. The first rule that fits a file holds. */
const LAYERS: readonly Layer[] = [
  { files: /^lib\/deals\//, mayImport: /^lib\/deals\//, packages: /^zod\/mini$/ },
  { files: /^lib\/locales\//, mayImport: /^lib\/(locales|deals)\//, packages: NONE },
  { files: /^lib\/reading\//, mayImport: /^lib\/(reading|locales|deals)\//, packages: NONE },
  { files: /^lib\/page\//, mayImport: /^lib\/(page|reading|deals)\//, packages: NONE },
  {
    files: /^lib\/dataset\//,
    mayImport: /^lib\/(dataset|reading|deals)\//,
    packages: /^(canonicalize|dexie|zod\/mini)$/,
  },
  { files: /^lib\/protocol\.ts$/, mayImport: /^lib\/((reading|deals)\/|feeds-protocol\.ts$)/, packages: /^zod\/mini$/ },
  { files: /^lib\/feeds-protocol\.ts$/, mayImport: /^lib\/deals\//, packages: /^zod\/mini$/ },
  {
    files: /^lib\/platform\//,
    mayImport: /^lib\/(platform\/|reading\/|deals\/|(protocol|feeds-protocol|settings|news-sites)\.ts$)/,
    packages: /^(wxt\/.+|@webext-core\/messaging|zod\/mini)$/,
  },
  { files: /^lib\//, mayImport: /^lib\//, packages: /^(?!node:|wxt|preact|@webext-core)/ },
  {
    files: /^components\//,
    mayImport: /^(components|lib\/(?!platform\/|dataset\/))/,
    packages: /^(preact|i18next)/,
  },
  // Entrypoints wire everything together, but say `browser.*` only through lib/platform.
  {
    files: /^entrypoints\//,
    // The version of the packaged dataset, and where its feed is, are known without loading it.
    mayImport: /^((entrypoints|components|lib|public)\/|data\/(version|feed)\.json$)/,
    packages: /^(preact|i18next|zod\/mini|wxt\/utils\/)/,
  },
  {
    files: /^cli\//,
    mayImport: /^(cli\/|lib\/(?!platform\/)|package\.json$)/,
    packages: /^(node:|commander$|linkedom$|yaml$|zod\/mini$)/,
  },
];

/** Packages through which the extension APIs come in. */
const BROWSER_PACKAGES = /^(wxt\/browser|wxt\/utils\/storage|@webext-core\/messaging)$/;

/** Where files import or call what their layer may not. One line each, empty where all is well. */
export function findViolations(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const layer = LAYERS.find(({ files }) => files.test(source.path));
    if (!layer) return [];
    const wrongImports = source.imports.filter((name) => {
      const isProjectFile = /^[a-z-]+\/.+\.[a-z]+$/.test(name) || name === "package.json";
      return !(isProjectFile ? layer.mayImport : layer.packages).test(name);
    });
    const usesBrowser = source.callsBrowser || source.imports.some((name) => BROWSER_PACKAGES.test(name));
    return [
      ...wrongImports.map((name) => `${source.path} must not import ${name}`),
      ...(usesBrowser && !source.path.startsWith("lib/platform/")
        ? [`${source.path} must not say browser.*, only lib/platform does`]
        : []),
    ];
  });
}

/** Import cycles, each as the files along it; every cycle is told once. */
export function findCycles(sources: readonly Source[]): string[][] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const done = new Set<string>();
  const cycles: string[][] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) cycles.push([...trail.slice(start), path]);
    if (start >= 0 || done.has(path)) return;
    for (const name of byPath.get(path)?.imports ?? []) if (byPath.has(name)) walk(name, [...trail, path]);
    done.add(path);
  };
  for (const { path } of sources) walk(path, []);
  return cycles;
}

/** Files and packages that are evaluated before `path` is. */
export function findLoaded(sources: readonly Source[], path: string): ReadonlySet<string> {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const loaded = new Set<string>();
  const load = (one: string): void => {
    if (loaded.has(one)) return;
    loaded.add(one);
    for (const next of byPath.get(one)?.loads ?? []) load(next);
  };
  load(path);
  return loaded;
}
