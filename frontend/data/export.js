/** Everything this phone holds as one JSON file, made here and without a network. */

const STORES = ["entries", "outbox", "attention"];

/**
 * @param {import("./store.js").Inside} inside
 * @returns {Promise<Blob>} `{format, account, entries, outbox, attention}`; the outbox names the
 *   entries that the server has not confirmed, attention holds those it refused with its reasons
 */
export async function exportAll({ account, database }) {
  const [entries, outbox, attention] = await database().run(
    STORES,
    "readonly",
    (tx) => Promise.all(STORES.map((store) => tx.objectStore(store).getAll())),
  );
  const { athlete, name } = account.peek() ?? {};
  const file = {
    format: "midstance-journal-1",
    athlete,
    name,
    exported_at: Date.now(),
    entries,
    outbox: outbox.map(({ id }) => id),
    attention,
  };
  return new Blob([JSON.stringify(file, null, 1)], { type: "application/json" });
}
