import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";

/** A plain form: the way leads through pages that are not ours. */
export function SingleSignOn({ returnTo }: { returnTo: string }) {
  const query = new URLSearchParams({ returnTo });
  return (
    <form method="post" action={`/api/auth/signin/oidc?${query}`} className="flex flex-col">
      <Button variant="secondary">Sign in with single sign-on</Button>
    </form>
  );
}

/** How it can end without a session. Why somebody is refused, is said to nobody. */
const ends = {
  sso_refused: {
    tone: "blocked",
    title: "This account does not sign you in here",
    text: "Ask an admin of your team to invite you, or to untie your former account.",
  },
  sso_unreachable: {
    tone: "you",
    title: "Single sign-on does not answer",
    text: "Nothing was changed. Use a sign-in link meanwhile: it goes to your mailbox.",
  },
  sso_unfinished: {
    tone: "you",
    title: "Single sign-on was not finished",
    text: "Nobody was signed in. Try again, or use a sign-in link.",
  },
  sso_too_many: {
    tone: "you",
    title: "Too many tries from your network",
    text: "Wait 15 minutes, then try again.",
  },
} as const;

type End = keyof typeof ends;

export function isSingleSignOnEnd(error: unknown): error is End {
  return typeof error === "string" && Object.hasOwn(ends, error);
}

export function SingleSignOnEnd({ end }: { end: End }) {
  const { tone, title, text } = ends[end];
  return (
    <Banner tone={tone} role="alert" title={title}>
      <p>{text}</p>
    </Banner>
  );
}
