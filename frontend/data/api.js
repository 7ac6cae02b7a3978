/** Talking to the server: JSON in and out, every failure a Problem with a code and a sentence. */

const TIMEOUT_MS = 30_000;

/** Something went wrong that the runner can act on; `detail` says how. */
export class Problem extends Error {
  /** @override */
  name = "Problem";

  /**
   * @param {string} code `offline` when no answer came, else the server's code
   * @param {string} detail
   * @param {{status?: number, retry_after_s?: number}} [more]
   */
  constructor(code, detail, { status = 0, retry_after_s = 0 } = {}) {
    super(`${code}: ${detail}`);
    this.code = code;
    this.detail = detail;
    this.status = status;
    this.retry_after_s = retry_after_s;
  }
}

/**
 * @param {"GET" | "POST" | "PUT" | "DELETE"} method
 * @param {string} path
 * @param {{body?: unknown, etag?: string | null, onAnswer?: () => void}} [more] `etag`: answer null
 *   when the server still has the same; `onAnswer`: headers are here, the body not yet
 * @returns {Promise<{body: any, etag: string | null} | null>}
 * @throws {Problem}
 */
export async function request(method, path, { body, etag, onAnswer } = {}) {
  const headers = new Headers({ accept: "application/json" });
  if (body !== undefined) headers.set("content-type", "application/json");
  if (etag) headers.set("if-none-match", etag);
  try {
    const answer = await fetch(path, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: "same-origin",
      // Our own validators decide: the browser's cache would hide a 304 from us.
      cache: "no-store",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    onAnswer?.();
    if (answer.status === 304) return null;
    if (!answer.ok) throw await problem(answer);
    const text = await answer.text();
    return { body: text ? JSON.parse(text) : null, etag: answer.headers.get("etag") };
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem("offline", "No answer from the server. What you did is safe on this phone.");
  }
}

/** @param {Response} answer */
async function problem(answer) {
  const told = await answer.json().catch(() => ({}));
  return new Problem(
    told.code ?? `http_${answer.status}`,
    told.detail ?? `The server answered ${answer.status}. What you did is safe on this phone.`,
    { status: answer.status, retry_after_s: seconds(answer.headers.get("retry-after")) },
  );
}

/** Retry-After is a number of seconds or a date. @param {string | null} value */
function seconds(value) {
  if (!value) return 0;
  const number = Number(value);
  const wait = Number.isNaN(number) ? (Date.parse(value) - Date.now()) / 1000 : number;
  return Number.isFinite(wait) ? Math.max(0, wait) : 0;
}
