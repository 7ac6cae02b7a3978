/** What the app uses of preact, htm and signals, typed as far as plain JavaScript profits from it. */
export interface Signal<T> { value: T; peek(): T; subscribe(fn: (value: T) => void): () => void }
export interface ReadonlySignal<T> { readonly value: T; peek(): T; subscribe(fn: (value: T) => void): () => void }
export interface Ref<T> { current: T }
// deno-lint-ignore no-explicit-any
export type VNode = any;
// deno-lint-ignore no-explicit-any
export function html(strings: TemplateStringsArray, ...values: any[]): VNode;
// deno-lint-ignore no-explicit-any
export function h(type: any, props: any, ...children: any[]): VNode;
export function render(node: VNode, parent: Element): void;
export function hydrate(node: VNode, parent: Element): void;
export const Fragment: VNode;
export class Component {}
// deno-lint-ignore no-explicit-any
export function createContext<T>(value: T): any;
export function useState<T>(initial: T | (() => T)): [T, (next: T | ((old: T) => T)) => void];
export function useEffect(run: () => void | (() => void), inputs?: unknown[]): void;
export function useLayoutEffect(run: () => void | (() => void), inputs?: unknown[]): void;
export function useRef<T>(initial: T): Ref<T>;
export function useMemo<T>(make: () => T, inputs: unknown[]): T;
export function useCallback<T>(fn: T, inputs: unknown[]): T;
export function useId(): string;
// deno-lint-ignore no-explicit-any
export function useContext(context: any): any;
// deno-lint-ignore no-explicit-any
export function useErrorBoundary(callback?: (error: any) => void): [any, () => void];
export function signal<T>(value: T): Signal<T>;
export function computed<T>(fn: () => T): ReadonlySignal<T>;
export function effect(fn: () => void | (() => void)): () => void;
export function batch<T>(fn: () => T): T;
export function untracked<T>(fn: () => T): T;
export function useSignal<T>(value: T): Signal<T>;
export function useComputed<T>(fn: () => T): ReadonlySignal<T>;
export function useSignalEffect(fn: () => void | (() => void)): void;
