/** The phone's database in memory: whole transactions or nothing, and crashes on request. */

/** @typedef {import("../../../frontend/data/types.d.ts").Database_} Database_ */
/** @typedef {import("../../../frontend/data/types.d.ts").Store_} Store_ */

/** @type {Record<string, (value: any) => any>} */
const KEYS = {
  entries: ({ id }) => id,
  records: ({ kind, record }) => [kind, record],
  outbox: ({ id }) => id,
  attention: ({ id }) => id,
  docs: ({ key }) => key,
};

/** @implements {Database_} */
export class Memory {
  /** @type {Record<string, Map<string, any>>} */
  stores = Object.fromEntries(Object.keys(KEYS).map((name) => [name, new Map()]));
  /** How many writing transactions from now on end in a crash. */
  crashes = 0;
  /** @type {Promise<unknown>} */
  #turn = Promise.resolve();

  /**
   * @template T
   * @param {string[]} names
   * @param {"readonly" | "readwrite"} mode
   * @param {(tx: import("../../../frontend/data/types.d.ts").Transaction_) => Promise<T>} work
   * @returns {Promise<T>}
   */
  run(names, mode, work) {
    const done = this.#turn.then(() => this.#once(names, mode, work));
    this.#turn = done.catch(() => {});
    return done;
  }

  /** All values of a store in the order of their keys. @param {string} name @returns {any[]} */
  all(name) {
    return sorted(this.stores[name]);
  }

  /**
   * @template T
   * @param {string[]} names
   * @param {"readonly" | "readwrite"} mode
   * @param {(tx: import("../../../frontend/data/types.d.ts").Transaction_) => Promise<T>} work
   * @returns {Promise<T>}
   */
  async #once(names, mode, work) {
    const draft = { ...this.stores };
    for (const name of names) draft[name] = new Map(this.stores[name]);
    const answer = await work({
      objectStore(name) {
        if (!names.includes(name)) throw new Error(`${name} is not part of this transaction`);
        return view(draft[name], KEYS[name], mode === "readwrite");
      },
    });
    if (mode === "readonly") return answer;
    if (this.crashes > 0) {
      this.crashes -= 1;
      throw new Error("the phone died");
    }
    this.stores = draft;
    return answer;
  }
}

/**
 * @param {Map<string, any>} values
 * @param {(value: any) => any} keyOf
 * @param {boolean} writable
 * @returns {Store_}
 */
function view(values, keyOf, writable) {
  const writing = () => {
    if (!writable) throw new Error("this transaction only reads");
  };
  return {
    get: (key) => Promise.resolve(structuredClone(values.get(JSON.stringify(key)))),
    put(value) {
      writing();
      values.set(JSON.stringify(keyOf(value)), structuredClone(value));
      return Promise.resolve();
    },
    delete(key) {
      writing();
      values.delete(JSON.stringify(key));
      return Promise.resolve();
    },
    clear() {
      writing();
      values.clear();
      return Promise.resolve();
    },
    count: () => Promise.resolve(values.size),
    getAll: () => Promise.resolve(sorted(values)),
    getAllKeys: () => Promise.resolve(sorted(values).map(keyOf)),
    index: (field) => ({
      getAll: (key) => Promise.resolve(sorted(values).filter((value) => value[field] === key)),
      count: (key) =>
        Promise.resolve(sorted(values).filter((value) => value[field] === key).length),
    }),
  };
}

/** @param {Map<string, any>} values */
function sorted(values) {
  const pairs = [...values].sort(([a], [b]) => a < b ? -1 : 1);
  return pairs.map(([, value]) => structuredClone(value));
}
