import type { Site } from "@/scripts/bench/sites";
import { seededId } from "@/scripts/seed/bulk";
import { type Environment, runScript } from "@/scripts/stack/process";

export type AuditedPage = {
  name: string;
  path: string;
  signedIn: boolean;
};

/** The pages people meet first and work on most. */
export function auditedPages({ customers }: Site, { draft, invitation }: Made): AuditedPage[] {
  const list = `List of ${customers.toLocaleString("en-US")}`;
  return [
    { name: "Sign-in", path: "/sign-in", signedIn: false },
    { name: list, path: "/customers", signedIn: true },
    { name: "Customer", path: `/customers/${seededId(1)}`, signedIn: true },
    { name: "Wizard", path: `/onboardings/${draft}/company`, signedIn: true },
    { name: "Invitation", path: invitation, signedIn: false },
  ];
}

/** The id of a complete draft, and the path of an invited customer's link. */
export type Made = { draft: string; invitation: string };

export async function makeCustomers({ url }: Site, environment: Environment): Promise<Made> {
  const env = { ...environment, AUTH_URL: url };
  const onboarder = ["--email", "onboarder@demo.test", "--name", "Olu", "--role", "onboarder"];
  await runScript("scripts/admin.ts", ["create-user", ...onboarder], env);
  const draft = await runScript("scripts/testing/programs/customer.ts", ["--status", "READY"], env);
  const invitation = await runScript("scripts/testing/programs/invitation.ts", [], env);
  return { draft: JSON.parse(draft).id, invitation: JSON.parse(invitation).path };
}
