/** Which data answer: the names by which they are found, for those who do not open the database by Dexie. */

export const DATASET_DATABASE = "dealmark-dataset";
/** The feed that the package's snapshot belongs to. */
export const PACKAGE_FEED = "dealmark";

/** Which generations the feeds in use have: what an index must have been made from to be of them. Those without data have no part. */
export function generationsInUse(
  feeds: readonly string[],
  pointers: readonly { feed: string; current: number }[],
): { feed: string; generation: number }[] {
  const current = new Map(pointers.map((pointer) => [pointer.feed, pointer.current]));
  const of = (those: readonly string[]) =>
    those.flatMap((feed) => {
      const generation = current.get(feed);
      return generation === undefined ? [] : { feed, generation };
    });
  const inUse = of(feeds);
  return inUse.length > 0 ? inUse : of([PACKAGE_FEED]);
}
