/**
 * The folder that a typed address means, with a slash at its end; null where no feed can stand there.
 *
 * Only https: the files are signed, but who reads what is nobody's business. Plain http on this computer only, to try a
 * feed out.
 */
export function feedAddress(typed: string): string | null {
  const text = typed.trim();
  const url = URL.parse(
    /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^localhost:|^[\w.-]+:\d/i.test(text) ? text : `https://${text}`,
  );
  if (!url || url.username || url.password || url.search) return null;
  const isLocal = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLocal)) return null;
  url.hash = "";
  url.pathname = url.pathname.replace(/(?:head\.json|\/)*$/, "/");
  return url.href;
}
