import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { safeReturnTo } from "@/lib/auth/return-to";
import { currentAccount } from "@/lib/auth/session";
import { GiveFactor } from "./give-factor";

export const metadata: Metadata = { title: "One more step" };

/** All that a session opens before its person has given a second factor. */
export default async function SecondFactorPage({
  searchParams,
}: PageProps<"/sign-in/second-factor">) {
  const { returnTo, recovery } = await searchParams;
  const path = safeReturnTo(returnTo);
  const account = await currentAccount();
  if (!account) redirect(`/sign-in?${new URLSearchParams({ returnTo: path })}`);
  // A path of this portal that safeReturnTo has checked.
  if (account.standing !== "give") redirect(path as Route);

  return (
    <>
      <h1>One more step</h1>
      <p>Prove with your second factor that it is you.</p>
      <GiveFactor
        account={account}
        here="/sign-in/second-factor"
        returnTo={path}
        recovery={recovery === "yes"}
      />
    </>
  );
}
