import type { Site } from "@/scripts/bench/sites";
import { seededId } from "@/scripts/seed/bulk";
import { type Environment, runScript } from "@/scripts/stack/process";

export type AuditedPage = {
  name: string;
  url: string;
  cookie?: string;
};

/** The pages people meet first and work on most. */
export async function auditedPages(site: Site, env: Environment): Promise<AuditedPage[]> {
  const { draft, invitation } = await makeCustomers(site, env);
  const { url, cookie } = site;
  const list = `List of ${site.customers.toLocaleString("en-US")}`;
  return [
    { name: "Sign-in", url: `${url}/sign-in` },
    { name: list, url: `${url}/customers`, cookie },
    { name: "Customer", url: `${url}/customers/${seededId(1)}`, cookie },
    { name: "Wizard", url: `${url}/onboardings/${draft}/company`, cookie },
    { name: "Invitation", url: `${url}${invitation}` },
  ];
}

/** The id of a complete draft, and the path of an invited customer's link. */
async function makeCustomers({ url }: Site, environment: Environment) {
  const env = { ...environment, AUTH_URL: url };
  const onboarder = ["--email", "onboarder@demo.test", "--name", "Olu", "--role", "onboarder"];
  await runScript("scripts/admin.ts", ["create-user", ...onboarder], env);
  const draft = await runScript("scripts/testing/programs/customer.ts", ["--status", "READY"], env);
  const invitation = await runScript("scripts/testing/programs/invitation.ts", [], env);
  return {
    draft: JSON.parse(draft).id as string,
    invitation: JSON.parse(invitation).path as string,
  };
}
