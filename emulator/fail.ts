import type { ServerResponse } from "node:http";
import { type ErrorCode, errorAnswer, PlaidFailure } from "./errors";
import type { ApiFault } from "./faults";
import { sendJson, sendText } from "./http";

export type Answer = { status: number; body: object };
/** What the caller saw; null where nothing was sent. */
export type Sent = { status: number | null; error_code: string | null };

type Failing = {
  fault: ApiFault;
  response: ServerResponse;
  requestId: string;
  /** The real answer, when the call took effect. */
  answer: Answer | undefined;
  hold: (response: ServerResponse) => void;
};

const APPLIED_KINDS: readonly ApiFault["kind"][] = [
  "drop-after-commit",
  "malformed",
  "html-502",
  "hang",
];
const ERROR_CODES = {
  "429": "RATE_LIMIT",
  "500": "INTERNAL_SERVER_ERROR",
  "503": "PLANNED_MAINTENANCE",
} as const;

const BAD_GATEWAY =
  "<!doctype html><html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>";

/** Whether a call with this fault changes anything before it fails. */
export function takesEffect(fault: ApiFault): boolean {
  return fault.applied ?? APPLIED_KINDS.includes(fault.kind);
}

export function sendFault({ fault, response, requestId, answer, hold }: Failing): Sent {
  switch (fault.kind) {
    case "429":
    case "500":
    case "503":
      return sendError(response, ERROR_CODES[fault.kind], requestId);
    case "partner-error":
      return sendError(response, fault.code, requestId);
    case "html-502":
      sendText(response, 502, "text/html; charset=utf-8", BAD_GATEWAY);
      return { status: 502, error_code: null };
    case "hang":
      hold(response);
      return { status: null, error_code: null };
    case "drop-before":
    case "drop-after-commit":
      response.socket?.destroy();
      return { status: null, error_code: null };
    case "malformed":
      return sendHalf(response, answer);
    case "latency":
      throw new Error("a delay is no way to fail");
  }
}

function sendError(response: ServerResponse, code: ErrorCode, requestId: string): Sent {
  const { status, body } = errorAnswer(new PlaidFailure(code), requestId);
  sendJson(response, status, body);
  return { status, error_code: code };
}

/** Half of the real answer with a matching length: broken JSON in a complete response. */
function sendHalf(response: ServerResponse, answer: Answer | undefined): Sent {
  const { status, body } = answer ?? { status: 200, body: { request_id: null } };
  const text = JSON.stringify(body);
  sendText(response, status, "application/json; charset=utf-8", text.slice(0, text.length / 2));
  return { status, error_code: null };
}
