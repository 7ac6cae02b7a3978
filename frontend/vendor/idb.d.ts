/** What the app uses of idb 8: promises around IndexedDB. */
// deno-lint-ignore no-explicit-any
export type IDBPDatabase = any;
// deno-lint-ignore no-explicit-any
export function openDB(name: string, version?: number, callbacks?: any): Promise<IDBPDatabase>;
export function deleteDB(name: string): Promise<void>;
// deno-lint-ignore no-explicit-any
export function unwrap(value: any): any;
// deno-lint-ignore no-explicit-any
export function wrap(value: any): any;
