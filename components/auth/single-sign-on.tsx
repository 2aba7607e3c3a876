import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";

/** A plain form: the way leads through pages that are not ours. */
export function SingleSignOn({ returnTo }: { returnTo: string }) {
  const t = useTranslations("auth.singleSignOn");
  const query = new URLSearchParams({ returnTo });
  return (
    <form method="post" action={`/api/auth/signin/oidc?${query}`} className="flex flex-col">
      <Button variant="secondary">{t("button")}</Button>
    </form>
  );
}

/** How it can end without a session. Why somebody is refused, is said to nobody. */
const ends = {
  sso_refused: "blocked",
  sso_unreachable: "you",
  sso_unfinished: "you",
  sso_too_many: "you",
} as const;

type End = keyof typeof ends;

export function isSingleSignOnEnd(error: unknown): error is End {
  return typeof error === "string" && Object.hasOwn(ends, error);
}

export function SingleSignOnEnd({ end }: { end: End }) {
  const t = useTranslations("auth.singleSignOn");
  return (
    <Banner tone={ends[end]} role="alert" title={t(`${end}.title`)}>
      <p>{t(`${end}.text`)}</p>
    </Banner>
  );
}
