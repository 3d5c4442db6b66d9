import { said, t } from "../ui/i18n/t.ts";
import { noteAnswer } from "./connection.ts";
import { type Failure, isErrorCode, TypedFailure } from "./failure.ts";

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** The failure a response without `ok` stands for: `{appError: {code, userMessage}}`, or whatever came in its place. */
async function failureIn(response: Response): Promise<Failure> {
  const body: unknown = await response.json().catch(() => null);
  const told = isObject(body) ? body.appError : undefined;
  if (isObject(told) && isErrorCode(told.code) && typeof told.userMessage === "string") {
    return { code: told.code, message: said(told.userMessage) };
  }
  return response.status === 502 || response.status === 504
    ? { code: "offline", message: t("The server does not answer. Check that Spanbridge is running.") }
    : {
        code: "internal",
        message: t("The server answered with an error ({{status}}).", { status: response.status }),
      };
}

/**
 * `fetch` of the routes beside tRPC. Rejects with a TypedFailure when there is no answer or a refusal, and with the
 * signal's reason when it is aborted.
 */
export async function request(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch (error) {
    init.signal?.throwIfAborted();
    const lost = new TypedFailure(
      { code: "offline", message: t("The connection to the server was lost.") },
      { cause: error },
    );
    noteAnswer(lost);
    throw lost;
  }
  if (!response.ok) {
    const refused = new TypedFailure(await failureIn(response));
    noteAnswer(refused);
    throw refused;
  }
  noteAnswer();
  return response;
}
