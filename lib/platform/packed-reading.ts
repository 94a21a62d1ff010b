/**
 * A frame's reading as it is kept: `storage.session` holds 10 MB in all, and a long page states thousands of figures.
 *
 * The rows are one text of arrays: field names would be most of it. Figures of the record and deals' names stand in it
 * once, however many claims are held against them.
 */
import type { ClaimRow, FrameReading, StoredClaim } from "../protocol.ts";

/** Another number: another layout, that of another version of the extension. */
const LAYOUT = 2;

export type PackedReading = Omit<FrameReading, "rows"> & {
  layout: typeof LAYOUT;
  /** What `packRows` made; null where there was no room for it, and only the background's memory has the rows. */
  rows: string | null;
};

export const packReading = (reading: FrameReading): PackedReading => ({
  ...reading,
  layout: LAYOUT,
  rows: packRows(reading.rows),
});

/** Everything of a reading but its rows, for which there was no room. */
export const withoutRows = (reading: FrameReading): PackedReading => ({ ...reading, layout: LAYOUT, rows: null });

/**
 * The reading again. Where its rows were kept in a memory that is gone, its state is `lost`.
 *
 * Only the background writes it, and `LAYOUT` says that it was this version: there is no second check.
 *
 * @returns null where what is kept was written by another version of the extension
 */
export function unpackReading(stored: unknown): FrameReading | null {
  const packed = stored as PackedReading | undefined;
  if (packed?.layout !== LAYOUT) return null;
  const { layout: _, rows, ...head } = packed;
  return rows === null ? { ...head, state: "lost", rows: [] } : { ...head, rows: unpackRows(rows) };
}

type RecordFigure = NonNullable<StoredClaim["now"]>;
/** What a claim's values are, in this order. Another order, more or fewer are another `LAYOUT`. */
const places = Object.keys({
  block: 0,
  start: 0,
  end: 0,
  text: 0,
  deal: 0,
  metric: 0,
  value: 0,
  valueTo: 0,
  unit: 0,
  qualifier: 0,
  verdict: 0,
  reason: 0,
  factor: 0,
  historical: 0,
  notes: 0,
  expected: 0,
  now: 0,
  against: 0,
} satisfies Record<keyof StoredClaim, 0>) as (keyof StoredClaim)[];
const figurePlaces: ReadonlySet<string> = new Set(["expected", "now", "against"] satisfies (keyof StoredClaim)[]);

function packRows(rows: readonly ClaimRow[]): string {
  const figures = new Map<string, number>();
  const numberOf = (figure: RecordFigure | null): number => {
    if (figure === null) return -1;
    const text = JSON.stringify(figure);
    const known = figures.get(text) ?? figures.size;
    figures.set(text, known);
    return known;
  };
  const names = new Map(rows.map(({ claim, dealName }) => [claim.deal, dealName]));
  const packed = rows.map(({ id, before, after, claim }) => [
    id,
    before,
    after,
    ...places.map((place) => (figurePlaces.has(place) ? numberOf(claim[place] as RecordFigure | null) : claim[place])),
  ]);
  return `{"names":${JSON.stringify([...names])},"rows":${JSON.stringify(packed)},"figures":[${[...figures.keys()]}]}`;
}

/** The rows unpacked last, by their text: one click may ask several times for the same. */
const unpacked = new Map<string, ClaimRow[]>();
const MOST_UNPACKED = 4;

function unpackRows(text: string): ClaimRow[] {
  const known = unpacked.get(text);
  if (known) return known;
  const { names, rows, figures } = JSON.parse(text) as {
    names: [deal: string, name: string][];
    rows: [id: number, before: string, after: string, ...claim: unknown[]][];
    figures: RecordFigure[];
  };
  const nameOf = new Map(names);
  const unpackedRows = rows.map(([id, before, after, ...values]): ClaimRow => {
    const claim = Object.fromEntries(
      places.map((place, i) => [place, figurePlaces.has(place) ? (figures[values[i] as number] ?? null) : values[i]]),
    ) as StoredClaim;
    return { id, claim, dealName: nameOf.get(claim.deal) ?? claim.deal, before, after };
  });
  unpacked.set(text, unpackedRows);
  for (const oldest of unpacked.keys()) {
    if (unpacked.size <= MOST_UNPACKED) break;
    unpacked.delete(oldest);
  }
  return unpackedRows;
}
