import { dirname, join, normalize } from "node:path/posix";
import { parseSync, Visitor } from "vite";

/** What the import rules look at in one file. */
export type Source = {
  /** From the project's root, with slashes. */
  path: string;
  /** Type imports included: a wrong dependency begins with a type. Project files as paths, packages by their specifier. */
  imports: string[];
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
  let callsBrowser = false;
  new Visitor({
    MemberExpression({ object }) {
      if (object.type === "Identifier" && (object.name === "browser" || object.name === "chrome")) callsBrowser = true;
    },
    TSImportType({ source }) {
      specifiers.push(source.value);
    },
  }).visit(program);

  return { path, imports: [...new Set(specifiers.map((specifier) => resolve(path, specifier)))], callsBrowser };
}

function resolve(importer: string, specifier: string): string {
  return specifier.startsWith(".") ? normalize(join(dirname(importer), specifier)).replace(/\?.*$/, "") : specifier;
}
