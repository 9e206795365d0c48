/** Tells whether an id is seen for the first time. */
export interface RecentIds {
  /** Notes the id; false when it is among those noted last. */
  readonly isNew: (id: string) => boolean;
}

/** Remembers the last ids, at most `limit` of them. */
export function createRecentIds(limit: number): RecentIds {
  const ids = new Set<string>();
  return {
    isNew(id) {
      if (ids.has(id)) return false;
      ids.add(id);
      if (ids.size > limit) {
        const [oldest] = ids;
        if (oldest !== undefined) ids.delete(oldest);
      }
      return true;
    },
  };
}
