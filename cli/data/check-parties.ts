import type { Party } from "../../lib/deals/schema.ts";
import type { Finding, Path } from "./yaml-source.ts";

/** What the schema cannot see in one party: its names' languages, and names said twice. */
export function checkParty(party: Party): Finding[] {
  const findings = [...checkNames(party.aliases, ["aliases"]), ...checkNames(party.people, ["people"])];
  // Tickers are names too, and some are words: "ON", "ALL".
  const tickers = (party.tickers ?? []).map((ticker) => ticker.slice(ticker.indexOf(":") + 1));
  const names = [...Object.values(party.aliases), ...Object.values(party.people ?? {}), tickers].flat();
  // In any case of letters: "adobe" may be the common word where "Adobe" can only be the company.
  const spellings = new Set(names.map((name) => name.toLowerCase()));
  party.ambiguous?.forEach((name, i) => {
    if (!spellings.has(name.toLowerCase())) {
      findings.push({ path: ["ambiguous", i], reason: `"${name}" is none of the party's aliases` });
    }
  });
  return findings;
}

/** Names by language: each key a language, each name once within it. */
export function checkNames(names: Readonly<Record<string, readonly string[]>> | undefined, path: Path): Finding[] {
  return Object.entries(names ?? {}).flatMap(([language, list]) => {
    const findings: Finding[] = [];
    if (!isLanguage(language)) {
      findings.push({ path: [...path, language], reason: `Expected "all" or a BCP 47 language, found "${language}"` });
    }
    list.forEach((name, i) => {
      if (list.indexOf(name) < i) findings.push({ path: [...path, language, i], reason: `"${name}" is said twice` });
      if (name !== name.trim())
        findings.push({ path: [...path, language, i], reason: `"${name}" has space around it` });
    });
    return findings;
  });
}

function isLanguage(tag: string): boolean {
  if (tag === "all") return true;
  try {
    // "english" has the form of a language tag too; every language that articles come in has two or three letters.
    const locale = new Intl.Locale(tag);
    return locale.toString() === tag && locale.language.length <= 3;
  } catch {
    return false; // RangeError: not of the form of a language tag
  }
}
