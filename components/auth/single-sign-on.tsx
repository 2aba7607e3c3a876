import { Button } from "@/components/ui/button";

/** A plain form: the way leads through pages that are not ours. */
export function SingleSignOn({ returnTo }: { returnTo: string }) {
  const query = new URLSearchParams({ returnTo });
  return (
    <form method="post" action={`/api/auth/signin/oidc?${query}`}>
      <Button variant="secondary">Sign in with single sign-on</Button>
    </form>
  );
}
