/** One wrong field or row of a refused request (RFC 9457 extension member `errors`). */
export interface FieldError {
  field?: string;
  row?: number;
  message: string;
}

/** A refusal of the server: the problem document it answered, with its stable code. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: FieldError[];

  constructor(status: number, body: { code?: string; title?: string; detail?: string; errors?: FieldError[] }) {
    super(body.detail ?? body.title ?? `HTTP ${status}`);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = body.code ?? `http.${status}`;
    this.errors = body.errors ?? [];
  }
}

export type Query = Record<string, string | number | undefined>;

export function address(path: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') parameters.set(name, String(value));
  }
  const tail = parameters.toString();
  return tail === '' ? path : `${path}?${tail}`;
}

export async function get<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
  return answer<T>(await reach(address(path, query), { headers: { Accept: 'application/json' }, signal: signal ?? null }));
}

/** Tells the server to let go of something; it hears of it even where the page is being closed, and nobody waits for its answer. */
export function letGo(path: string): void {
  void fetch(path, { method: 'DELETE', credentials: 'same-origin', keepalive: true, headers: token() }).catch(() => undefined);
}

export async function send<T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json', ...token() };
  const init: RequestInit = { method, headers, signal: signal ?? null };
  if (body instanceof FormData) init.body = body;
  else if (typeof body === 'string' || body instanceof Blob) {
    headers['Content-Type'] = 'text/plain';
    init.body = body;
  } else if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
    init.body = JSON.stringify(body);
  }
  return answer<T>(await reach(path, init));
}

/** Asks for a file by a write, of which the answer is the only copy; its headers may tell of it. */
export async function sendForFile(path: string, type: string): Promise<{ file: Blob; headers: Headers }> {
  const response = await reach(path, { method: 'POST', headers: { Accept: type, ...token() } });
  return { file: response.ok ? await response.blob() : await answer<Blob>(response), headers: response.headers };
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { credentials: 'same-origin', ...init });
  } catch (error) {
    if (init.signal?.aborted === true) throw error;
    throw unreachable();
  }
}

async function answer<T>(response: Response): Promise<T> {
  const body = parse(await response.text());
  if (!response.ok) throw new ApiProblem(response.status, (body ?? {}));
  return body as T;
}

export function parse(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export function unreachable(): ApiProblem {
  return new ApiProblem(0, { code: 'console.unreachable', title: 'The server cannot be reached' });
}

/** The double-submitted token the server gave us as a cookie; writes carry it back as a header. */
export function token(): Record<string, string> {
  const value = /(?:^|; )XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1];
  return value === undefined ? {} : { 'X-XSRF-TOKEN': decodeURIComponent(value) };
}
