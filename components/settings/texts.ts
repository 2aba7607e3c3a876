import { type Explanation, signInAgain } from "@/components/acts/explanation";
import type { SignInAgain } from "@/lib/auth/model";
import type { ConnectionError, ConnectionTest, SaveError } from "@/lib/partner-settings/model";

export type SaveProblem = SaveError | SignInAgain;

export const environments = {
  production: "Production",
  sandbox: "Sandbox",
  emulator: "Emulator",
} as const;

/** What is wrong with a field is told there. */
export function explainSave(problem: Exclude<SaveProblem, { code: "incorrect" }>): Explanation {
  switch (problem.code) {
    case "sign_in_again":
      return signInAgain("Nothing was saved", "Sign in again to save");
    case "changed_meanwhile":
      return {
        title: "Somebody else changed the settings meanwhile",
        text: "What you entered is still here and was not saved. Look at the settings in another tab, then save again to put yours in their place.",
      };
  }
}

export function explainConnectionError(error: ConnectionError): Explanation {
  return error.code === "sign_in_again"
    ? signInAgain("Plaid was not asked", "Sign in again to test")
    : {
        title: "Plaid was asked a moment ago",
        text: "Wait ten seconds, then test again. The limit counts for all administrators together.",
      };
}

type Failed = Extract<ConnectionTest, { outcome: "failed" }>;

/** What a failed test means, and what to do about it. */
export function explainFailure({ problem, latencyMs }: Failed): Explanation {
  const after = `Plaid answered in ${latencyMs} ms.`;
  if (problem.kind === "not_sent") {
    return {
      title: "Plaid could not be reached",
      text: "No connection was made. Check the network, the proxy and the firewall of the server.",
      problem,
    };
  }
  if (problem.kind === "unavailable") {
    return {
      title: "Plaid gave no usable answer",
      text: `Waited ${latencyMs} ms. Test again in a minute, and look at status.plaid.com.`,
      problem,
    };
  }
  if (problem.kind === "rate_limited") {
    return {
      title: "Plaid limits our requests at the moment",
      text: `${after} Test again in a minute.`,
      problem,
    };
  }
  return { ...(refusals[problem.code] ?? other(problem.code)), problem };
}

const refusals: Record<string, Explanation> = {
  INVALID_API_KEYS: {
    title: "Plaid does not take these credentials",
    text: "Compare client_id and secret with Plaid Dashboard → Developers → Keys, for this very environment. Then change the variables and restart the portal and its workers.",
  },
  UNAUTHORIZED_ENVIRONMENT: {
    title: "The account has no access to this environment",
    text: "Ask Plaid for access, or set PLAID_ENV to the environment the keys belong to.",
  },
  UNAUTHORIZED_ROUTE_ACCESS: {
    title: "The account is not a reseller's",
    text: "Plaid takes the credentials, but not for the Partner API. Ask your account manager at Plaid to turn it on.",
  },
};

function other(code: string): Explanation {
  return {
    title: "Plaid refused the question",
    text: `It answered ${code}. What it means is in the technical details.`,
  };
}
