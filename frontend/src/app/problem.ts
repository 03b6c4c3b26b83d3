/** One thing wrong with the input, at a JSON pointer of the body. */
export type FieldProblem = { pointer: string; code: string; detail: string };

/** What the API answered when it did not do what was asked (RFC 9457), or that it could not be reached (`status` 0). */
export class ApiProblem extends Error {
  /** `/problems/<capability>/<code>`: stable, for decisions in code. */
  readonly type: string;
  readonly status: number;
  readonly title: string;
  /** What the reader can do, in the reader's language. */
  readonly detail: string;
  readonly errors: readonly FieldProblem[];
  readonly requestId: string | undefined;

  constructor(
    problem: Pick<ApiProblem, 'type' | 'status' | 'title' | 'detail' | 'errors'> & { requestId?: string | undefined },
  ) {
    super(problem.title);
    this.name = 'ApiProblem';
    this.type = problem.type;
    this.status = problem.status;
    this.title = problem.title;
    this.detail = problem.detail;
    this.errors = problem.errors;
    this.requestId = problem.requestId;
  }
}

/** Makes a problem of whatever the client threw. An aborted request stays what it is. */
export function toProblem(error: unknown, response: Response | undefined): unknown {
  if (error instanceof ApiProblem || isAborted(error)) return error;
  if (response === undefined) return unreachable();
  const body: Record<string, unknown> = isRecord(error) ? error : {};
  return new ApiProblem({
    type: text(body['type']),
    status: response.status,
    title: text(body['title']),
    detail: text(body['detail']),
    errors: Array.isArray(body['errors']) ? body['errors'].filter(isFieldProblem) : [],
    requestId: response.headers.get('X-Request-Id') ?? undefined,
  });
}

/** The server cannot be reached: no connection, or it is down. */
export function unreachable(): ApiProblem {
  return new ApiProblem({ type: '', status: 0, title: '', detail: '', errors: [] });
}

/** Whether this is an answer of the API with one of these statuses. */
export function hasStatus(error: unknown, ...statuses: number[]): error is ApiProblem {
  return error instanceof ApiProblem && statuses.includes(error.status);
}

function isAborted(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isFieldProblem(value: unknown): value is FieldProblem {
  return isRecord(value) && typeof value['pointer'] === 'string' && typeof value['detail'] === 'string';
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
