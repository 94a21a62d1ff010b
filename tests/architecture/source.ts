import { dirname, join, normalize } from "node:path/posix";
import { parseSync, Visitor } from "vite";

/** What the import rules look at in one file. */
export type Source = {
  /** From the project's root, with slashes. */
  path: string;
  /** Type imports included: a wrong dependency begins with a type. Project files as paths, packages by their specifier. */
  imports: string[];
  /** Of these, what is evaluated before the file itself: no types, and nothing that it imports later. */
  loads: string[];
  /** Whether it says `browser.…` or `chrome.…`. */
  callsBrowser: boolean;
};

/** Reads a file's imports and whether it calls the extension APIs. @throws where it does not parse */
export function readSource(path: string, text: string): Source {
  const { program, module, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);

  const specifiers = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
    ...module.dynamicImports.map(({ moduleRequest }) => text.slice(moduleRequest.start + 1, moduleRequest.end - 1)),
  ];
  const { staticImports, staticExports } = module;
  const isEvaluated = ({ start, end }: { start: number; end: number }) =>
    !/^(?:im|ex)port type\b/.test(text.slice(start, end));
  const loads = [
    ...staticImports.filter(isEvaluated).map(({ moduleRequest }) => moduleRequest.value),
    ...staticExports
      .filter(isEvaluated)
      .flatMap(({ entries }) => entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? [])),
  ];
  let callsBrowser = false;
  new Visitor({
    MemberExpression({ object }) {
      if (object.type === "Identifier" && (object.name === "browser" || object.name === "chrome")) callsBrowser = true;
    },
    TSImportType({ source }) {
      specifiers.push(source.value);
    },
  }).visit(program);

  const filesOf = (all: string[]): string[] => [...new Set(all.map((specifier) => resolve(path, specifier)))];
  return { path, imports: filesOf(specifiers), loads: filesOf(loads), callsBrowser };
}

function resolve(importer: string, specifier: string): string {
  return specifier.startsWith(".") ? normalize(join(dirname(importer), specifier)).replace(/\?.*$/, "") : specifier;
}
