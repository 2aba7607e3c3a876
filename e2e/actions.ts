import { readFileSync } from "node:fs";
import path from "node:path";
import type { APIRequestContext, APIResponse } from "@playwright/test";
import { root } from "@/scripts/stack/process";
import { stack } from "@/scripts/testing/e2e-context";

type Manifest = { node: Record<string, { exportedName: string }> };

/** Every server action of the build by name, with the id a browser calls it by: all are public addresses. */
export function serverActions(): Map<string, string> {
  const file = `${stack().environment.NEXT_DIST_DIR}/server/server-reference-manifest.json`;
  const manifest = JSON.parse(readFileSync(path.join(root, file), "utf8")) as Manifest;
  return new Map(Object.entries(manifest.node).map(([id, { exportedName }]) => [exportedName, id]));
}

export type Call = {
  action: string;
  /** A page that knows the action. */
  at: string;
  args: unknown[];
  /** The last argument of a form's action. */
  form?: Record<string, string>;
  headers?: Record<string, string>;
};

/** Calls an action as React would, without any page: what an attacker does. */
export function callAction(request: APIRequestContext, call: Call): Promise<APIResponse> {
  const id = serverActions().get(call.action);
  if (!id) throw new Error(`The build has no action ${call.action}`);
  const args = call.form ? [...call.args, "$K1"] : call.args;
  // The fields of the form come before what refers to them, as React sends them.
  const multipart = new FormData();
  for (const [name, value] of Object.entries(call.form ?? {}))
    multipart.append(`_1_${name}`, value);
  multipart.append("0", JSON.stringify(args));
  return request.post(call.at, {
    headers: { "next-action": id, origin: stack().portalUrl, ...call.headers },
    multipart,
    maxRedirects: 0,
    failOnStatusCode: false,
  });
}
