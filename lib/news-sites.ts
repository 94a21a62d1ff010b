/** The sites the extension knows of: the one it reads unasked, and those it offers to read. */

/**
 * Gate's own sites. Its readers come from there; every other site is granted by the user. Both domains serve the same
 * pages. The manifest and the content script take them from here.
 */
export const GATE: readonly string[] = ["*://*.gate.com/*", "*://*.gate.io/*"];

/** Finance news offered in one click, each with the languages it writes in. Subdomains are included. */
export const NEWS_HOSTS: readonly string[] = [
  // English
  "reuters.com",
  "bloomberg.com",
  "cnbc.com",
  "ft.com",
  "wsj.com",
  "marketwatch.com",
  "barrons.com",
  "finance.yahoo.com",
  "businessinsider.com",
  "forbes.com",
  "fortune.com",
  "economist.com",
  "investing.com",
  "seekingalpha.com",
  "techcrunch.com",
  "axios.com",
  "theinformation.com",
  "coindesk.com",
  "cointelegraph.com",
  "theblock.co",
  "decrypt.co",
  // Chinese
  "caixin.com",
  "caixinglobal.com",
  "wallstreetcn.com",
  "eastmoney.com",
  "yicai.com",
  "36kr.com",
  "finance.sina.com.cn",
  "cnyes.com",
  "hket.com",
  "scmp.com",
  // Japanese, Korean
  "nikkei.com",
  "toyokeizai.net",
  "diamond.jp",
  "hankyung.com",
  "mk.co.kr",
  // French, German, Italian, Spanish, Portuguese
  "lesechos.fr",
  "latribune.fr",
  "boursorama.com",
  "zonebourse.com",
  "handelsblatt.com",
  "manager-magazin.de",
  "finanzen.net",
  "ilsole24ore.com",
  "milanofinanza.it",
  "expansion.com",
  "eleconomista.es",
  "cincodias.elpais.com",
  "valor.globo.com",
  "infomoney.com.br",
  "exame.com",
  "jornaldenegocios.pt",
  "eco.sapo.pt",
  // Russian, Ukrainian, Arabic, Vietnamese, Indonesian
  "kommersant.ru",
  "vedomosti.ru",
  "rbc.ru",
  "epravda.com.ua",
  "argaam.com",
  "aleqt.com",
  "vnexpress.net",
  "cafef.vn",
  "kontan.co.id",
  "bisnis.com",
];

/** Every site there is. */
export const ALL_SITES = "*://*/*";

/** The match pattern of a host and its subdomains. */
export const patternOf = (host: string): string => `*://*.${host}/*`;

/**
 * The host that a user means who types or pastes `text`: "news.example", "https://news.example/a?b" and
 * "*.news.example" all mean news.example; a leading "www." is left out.
 *
 * @returns null where there is no host name in it
 */
export function hostMeant(text: string): string | null {
  const written = text.trim().replace(/^\*\./, "");
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(written) ? written : `https://${written}`);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  const host = url.hostname.replace(/^www\./, "").replace(/\.$/, "");
  // A name, not a number; one without a dot only on one's own machine. Patterns have no ports.
  return /^(?:[a-z0-9_-]+\.)+[a-z][a-z0-9-]*$/.test(host) || host === "localhost" ? host : null;
}

/** The host of a match pattern for one host, with or without its subdomains; null for all sites. */
export const hostOfPattern = (pattern: string): string | null =>
  /^(?:\*|https?):\/\/(?:\*\.)?([^*/:]+)(?::\d+)?\//.exec(pattern)?.[1] ?? null;

/** Whether a match pattern covers pages of `host`. */
export function covers(pattern: string, host: string): boolean {
  const named = hostOfPattern(pattern);
  if (named === null) return /^(?:\*|https?):\/\/\*\/|^<all_urls>$/.test(pattern);
  return host === named || (pattern.includes("://*.") && host.endsWith(`.${named}`));
}
