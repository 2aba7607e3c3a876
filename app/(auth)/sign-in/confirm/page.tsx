import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Button } from "@/components/ui/button";
import { safeReturnTo } from "@/lib/auth/return-to";

type Props = PageProps<"/sign-in/confirm">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: `Sign in as ${(await searchParams).email}` };
}

/** Opening a link uses nothing up: mail scanners open links too. Only the button signs in. */
export default async function ConfirmPage({ searchParams }: Props) {
  const { token, email, returnTo } = await searchParams;
  if (typeof token !== "string" || typeof email !== "string") redirect("/sign-in?error=link");

  const callbackUrl = safeReturnTo(returnTo);
  const query = new URLSearchParams({ token, email, callbackUrl });
  return (
    <>
      <h1>Sign in as {email}</h1>
      <p>The link works once. If this is not you, close the page.</p>
      <form method="post" action={`/api/auth/callback/email?${query}`}>
        <Button>Sign in</Button>
      </form>
    </>
  );
}
