export type Fault = {
  endpoint: string;
  kind:
    | "latency"
    | "429"
    | "500"
    | "503"
    | "partner-error"
    | "drop-before"
    | "drop-after-commit"
    | "malformed"
    | "html-502"
    | "hang";
  /** Of a `partner-error`. */
  code?: string;
  ms?: number;
  times?: number;
  /** Whether the call takes effect before it fails; each kind has its usual value. */
  applied?: boolean;
  /** Only calls whose body holds this text. */
  containing?: string;
};

type InstitutionChange = {
  status: string;
  errors?: string[];
  production_enablement_date?: string;
  classic_disablement_date?: string;
  /** False keeps the webhook from being sent. */
  webhook?: boolean;
};

/** The emulator's control plane. The shape of an answer is the caller's to name. */
export function createEmulatorClient(urlOf: () => string) {
  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await fetch(`${urlOf()}/_emulator/${path}`, {
      method,
      headers: { "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} /_emulator/${path}: ${answer.status} ${text}`);
    return (text === "" ? undefined : JSON.parse(text)) as T;
  }

  return {
    url: urlOf,
    state: <T = Record<string, unknown>>() => call<T>("GET", "state"),
    reset: () => call<unknown>("POST", "reset"),
    setPartner: (profile: Record<string, unknown>) => call<unknown>("PUT", "partner", profile),
    nextCreate: (status: string) => call<unknown>("PUT", "next-create", { status }),
    setStatus: (clientId: string, status: string) =>
      call<unknown>("POST", `customers/${clientId}/status`, { status }),
    setInstitution: (clientId: string, institutionId: string, change: InstitutionChange) =>
      call<unknown>("POST", `customers/${clientId}/institutions/${institutionId}`, change),
    setAgreements: (
      clientId: string,
      agreements: { flowdown_status?: string; questionnaire_status?: string },
    ) => call<unknown>("POST", `customers/${clientId}/agreements`, agreements),
    setWebhookUrl: (url: string | null) => call<unknown>("PUT", "webhooks", { url }),
    deliveries: <T = Record<string, unknown>[]>() => call<T>("GET", "deliveries"),
    send: (delivery: {
      body: unknown;
      times?: number;
      parallel?: number;
      header_overrides?: Record<string, string | null>;
      claims?: Record<string, unknown>;
      jwt_header?: Record<string, unknown>;
      same_token?: boolean;
      kid?: string;
    }) => call<unknown>("POST", "webhooks/send", delivery),
    /** A genuine webhook for whoever sends it their own way. */
    sign: (body: unknown, claims: Record<string, unknown> = {}) =>
      call<{ raw: string; token: string }>("POST", "webhooks/sign", { body, claims }),
    rotateKeys: (options: { expire_old?: boolean } = {}) =>
      call<unknown>("POST", "keys/rotate", options),
    faults: (faults: Fault[]) => call<unknown>("PUT", "faults", faults),
    /** Beside the faults of tests that run at the same time. */
    addFault: (fault: Fault) => call<unknown>("POST", "faults", fault),
    requests: <T = Record<string, unknown>[]>() => call<T>("GET", "requests"),
    clock: (speed: number) => call<unknown>("PUT", "clock", { speed }),
    /** As if so many milliseconds had passed at Plaid. */
    advance: (ms: number) => call<unknown>("POST", "clock/advance", { ms }),
  };
}
