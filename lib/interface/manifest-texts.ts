/** What the browser itself shows of the extension, in the form of its own `_locales`. */
import type { Language } from "./i18n.ts";
import type { Words } from "./words.ts";

type Messages = Record<string, { message: string }>;
type Command = keyof Words["extension"]["command"];

/** Where Chrome and Firefox look for a language: with an underscore, and the two Chineses by country. */
export const localeFolder = (lang: Language): string =>
  ({ "zh-Hans": "zh_CN", "zh-Hant": "zh_TW" })[lang as string] ?? lang.replace("-", "_");

/** Keys are letters, digits and `_` only; two of these would end the name within `__MSG_…__`. */
const commandKey = (command: string): string => `command_${command.replace(/^_/, "").replaceAll("-", "_")}`;

/** How a manifest refers to a text, so that the browser shows it in its own language. */
export const manifestText = {
  name: "__MSG_name__",
  description: "__MSG_description__",
  command: (command: Command): string => `__MSG_${commandKey(command)}__`,
};

/** A language's `messages.json`. */
export function messagesOf({ extension: { name, description, command } }: Words): Messages {
  const messages: Messages = { name: { message: name }, description: { message: description } };
  for (const [one, message] of Object.entries(command)) messages[commandKey(one)] = { message };
  return messages;
}
