/** Dates as pages write them, reduced to the day that the page itself names. */

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * The day that `text` names, as the page's own offset has it: "2026-02-20T23:30:00-05:00" is the 20th, though it was
 * the 21st in London. Reads ISO 8601 ("2026-02-20", "20260220T…"), "2026/02/20", RFC 2822 and English forms
 * ("Fri, 20 Feb 2026", "February 20, 2026") and Unix time. Days written only in digits with the year last are refused:
 * 02/03/2026 is two different days.
 *
 * @returns an ISO day between 1990 and 2100, or null
 */
export function readDay(text: string | null | undefined): string | null {
  const written = text?.trim();
  if (!written || written.length > 64) return null;
  const iso = /^(\d{4})([-/.]?)(\d{2})\2(\d{2})(?:$|[T\s])/.exec(written);
  if (iso) return day(iso[1], iso[3], iso[4]);
  const dayFirst = /^(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4})\b/i.exec(
    written,
  );
  if (dayFirst) return day(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1]);
  const monthFirst = /^(?:[a-z]{3,9},\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/i.exec(written);
  if (monthFirst) return day(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]);
  // Seconds or milliseconds; fewer digits would be a year, more are an id.
  if (/^\d{10}(?:\d{3})?$/.test(written)) {
    const ms = Number(written) * (written.length === 10 ? 1000 : 1);
    const [year, month, date] = new Date(ms).toISOString().split(/[-T]/);
    return day(year, month, date);
  }
  return null;
}

function monthOf(name: string | undefined): string {
  const short = name?.slice(0, 3).toLowerCase() ?? "";
  return String(MONTHS.indexOf(short) + 1);
}

/** Only days that exist. (The domain's own check is zod's neighbour, and the content script carries no zod.) */
function day(year: string | undefined, month: string | undefined, date: string | undefined): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(date)];
  if (!(y >= 1990 && y <= 2100 && m >= 1 && m <= 12 && d >= 1 && d <= new Date(Date.UTC(y, m, 0)).getUTCDate()))
    return null;
  return `${y}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
}
