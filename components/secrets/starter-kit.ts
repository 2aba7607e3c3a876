import type { SecretKind } from "@/lib/secrets/model";

type Keys = { clientId: string; kind: SecretKind; secret?: string };

/** What an application reads its keys from; without the secret it is a form to fill in. */
export function envFile({ clientId, kind, secret = "" }: Keys): string {
  return [
    `PLAID_CLIENT_ID=${clientId}`,
    `PLAID_SECRET=${secret}`,
    `PLAID_ENV=${kind}`,
    "# One of the redirect URIs that are registered for the application, for banks with OAuth:",
    "# PLAID_REDIRECT_URI=https://",
    "",
  ].join("\n");
}

/** Browsers drop the dot of a name that begins with one. */
export const ENV_FILE = "plaid.env";
export const NODE_FILE = "first-call.mjs";

/** Reads the name of one bank: it proves that the keys work, changes nothing and costs nothing. */
export const curlCall = `set -a; . ./${ENV_FILE}; set +a
curl -sS "https://$PLAID_ENV.plaid.com/institutions/get" \\
  -H 'Content-Type: application/json' -d @- <<END
{"client_id": "$PLAID_CLIENT_ID", "secret": "$PLAID_SECRET",
 "count": 1, "offset": 0, "country_codes": ["US"]}
END`;

export const nodeCall = `// npm install plaid && node --env-file=${ENV_FILE} ${NODE_FILE}
import { Configuration, PlaidApi, PlaidEnvironments } from "plaid";

const { PLAID_CLIENT_ID, PLAID_SECRET, PLAID_ENV } = process.env;
const plaid = new PlaidApi(
  new Configuration({
    basePath: PlaidEnvironments[PLAID_ENV],
    baseOptions: {
      headers: { "PLAID-CLIENT-ID": PLAID_CLIENT_ID, "PLAID-SECRET": PLAID_SECRET },
    },
  }),
);
const { data } = await plaid.institutionsGet({ count: 1, offset: 0, country_codes: ["US"] });
console.log("The keys work:", data.institutions[0].name, data.request_id);
`;
