import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CodePage } from "@/components/apply/code-page";
import { Press } from "@/components/apply/press";
import { Landing } from "@/components/handovers/landing";
import { HandoverEnded, HandoverReceipt } from "@/components/handovers/outcomes";
import { Receive } from "@/components/handovers/receive";
import { Texts } from "@/components/languages/texts";
import { presented } from "@/lib/applicants/session";
import { readVisit } from "@/lib/handovers/visits";
import { partnerOf } from "@/lib/mail/partner";
import {
  confirmReceivedAction,
  giveHandoverCodeAction,
  resendHandoverCodeAction,
  sendHandoverCodeAction,
  showHandoverAction,
} from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("handover");
  return { title: t("title") };
}

/** Opening it changes nothing: scanners of mail open links, too. */
export default async function HandoverPage({ params }: PageProps<"/handover/[token]">) {
  const { token } = await params;
  const visit = await readVisit(await presented(token));
  const partner = await partnerOf();
  const t = await getTranslations("handover.landing");
  switch (visit.at) {
    // Not a status of its own: without JavaScript, Next shows nothing with one.
    case "ended":
      return <HandoverEnded />;
    case "needs_start":
      return (
        <Landing
          link={visit.link}
          partner={partner}
          start={<Press action={sendHandoverCodeAction.bind(null, token)} label={t("send")} />}
        />
      );
    case "needs_code":
      return (
        <Texts of={["apply.code"]}>
          <CodePage
            address={visit.link.address}
            initial={visit.codeOver ? { problem: { code: "over" } } : null}
            give={giveHandoverCodeAction.bind(null, token)}
            resend={resendHandoverCodeAction.bind(null, token)}
          />
        </Texts>
      );
    case "inside":
    case "open":
      return (
        <Texts of={["handover"]}>
          <Receive
            link={visit.link}
            openUntil={visit.at === "open" ? visit.until : null}
            show={showHandoverAction.bind(null, token)}
            store={confirmReceivedAction.bind(null, token)}
          />
        </Texts>
      );
    case "received":
      return <HandoverReceipt link={visit.link} partner={partner} receivedAt={visit.receivedAt} />;
  }
}
