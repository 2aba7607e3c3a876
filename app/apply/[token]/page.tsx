import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { CodePage } from "@/components/apply/code-page";
import { Expired } from "@/components/apply/expired";
import { Forwards } from "@/components/apply/forwards";
import { Home } from "@/components/apply/home";
import { Landing } from "@/components/apply/landing";
import { LinkEnded } from "@/components/apply/link-ended";
import { Press } from "@/components/apply/press";
import { ReceiptPage } from "@/components/apply/receipt";
import { WrongPerson } from "@/components/apply/wrong-person";
import { Texts } from "@/components/languages/texts";
import { currentVisit } from "@/lib/applicants/session";
import type { Visit } from "@/lib/applicants/visits";
import { partnerOf, welcomeOf } from "@/lib/mail/partner";
import { linkPath, logosOf, readApplication } from "./application";
import {
  giveCodeAction,
  renewLinkAction,
  resendCodeAction,
  startVisitAction,
} from "./entry-actions";
import { finishForwardedAction, withdrawForwardAction } from "./forward-actions";

type Props = PageProps<"/apply/[token]">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("apply");
  return { title: t("title") };
}

/** Opening it changes nothing: scanners of mail open links, too. */
export default async function ApplyPage({ params, searchParams }: Props) {
  const { token } = await params;
  const visit = await currentVisit(token);
  // Not a status of its own: without JavaScript, Next shows nothing with one.
  if (visit.at === "unknown") return <LinkEnded />;
  if (visit.at === "inside") return <Inside token={token} />;
  const renewed = (await searchParams).renewed !== undefined;
  const partner = await partnerOf();
  const { greeting } = await welcomeOf();
  return <Outside {...{ token, visit, partner, greeting, renewed }} />;
}

type OutsideProps = {
  token: string;
  visit: Exclude<Visit, { at: "inside" | "unknown" }>;
  partner: string;
  greeting: string;
  renewed: boolean;
};

function Outside({ token, visit: { at, link }, partner, greeting, renewed }: OutsideProps) {
  const t = useTranslations("apply");
  switch (at) {
    case "expired":
      return (
        <Expired
          endedAt={link.expiresAt}
          renew={<Press action={renewLinkAction.bind(null, token)} label={t("expired.renew")} />}
        />
      );
    case "needs_code":
      return (
        <Texts of={["apply.code"]}>
          <CodePage
            address={link.address}
            initial={link.codeOver ? { problem: { code: "over" } } : null}
            give={giveCodeAction.bind(null, token)}
            resend={resendCodeAction.bind(null, token)}
          >
            <WrongPerson partner={partner} />
          </CodePage>
        </Texts>
      );
    case "needs_start":
      return (
        <Landing
          link={link}
          partner={partner}
          greeting={greeting}
          renewed={renewed}
          start={<Press action={startVisitAction.bind(null, token)} label={t("start")} />}
        />
      );
  }
}

async function Inside({ token }: { token: string }) {
  const { view, link } = await readApplication(token);
  const t = await getTranslations("apply");
  const at = linkPath(token);
  if (view.phase === "submitted" || view.phase === "over") {
    return <ReceiptPage view={view} link={link} storedAt={logosOf(token)} />;
  }
  return (
    <Home
      at={at}
      view={view}
      finish={<Press action={finishForwardedAction.bind(null, token)} label={t("home.finish")} />}
      forwarding={
        <Forwards
          at={at}
          forwards={view.forwards}
          withdraw={withdrawForwardAction.bind(null, token)}
        />
      }
    />
  );
}
