import type { Session } from "../../scripts/browser/session.ts";

/** The version that the index which the background has stored is of; null where there is none yet. */
export function indexedVersion(session: Session): Promise<string | null> {
  return session.inBackground(
    () =>
      new Promise<string | null>((resolve, reject) => {
        const request = indexedDB.open("dealmark-dataset");
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const database = request.result;
          const head = database.transaction("indexes").objectStore("indexes").get("head");
          head.onsuccess = () => {
            database.close();
            resolve((head.result as { version?: string } | undefined)?.version ?? null);
          };
        };
      }),
  );
}
