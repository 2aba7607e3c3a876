import type { Metadata } from "next";
import { CodePage } from "@/components/apply/code-page";
import { Press } from "@/components/apply/press";
import { Landing } from "@/components/handovers/landing";
import { HandoverEnded, HandoverReceipt } from "@/components/handovers/outcomes";
import { Receive } from "@/components/handovers/receive";
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

export const metadata: Metadata = { title: "Your keys" };

/** Opening it changes nothing: scanners of mail open links, too. */
export default async function HandoverPage({ params }: PageProps<"/handover/[token]">) {
  const { token } = await params;
  const visit = await readVisit(await presented(token));
  const partner = await partnerOf();
  switch (visit.at) {
    // Not a status of its own: without JavaScript, Next shows nothing with one.
    case "ended":
      return <HandoverEnded />;
    case "needs_start":
      return (
        <Landing
          link={visit.link}
          partner={partner}
          start={
            <Press action={sendHandoverCodeAction.bind(null, token)} label="Send me the code" />
          }
        />
      );
    case "needs_code":
      return (
        <CodePage
          address={visit.link.address}
          initial={visit.codeOver ? { problem: { code: "over" } } : null}
          give={giveHandoverCodeAction.bind(null, token)}
          resend={resendHandoverCodeAction.bind(null, token)}
        />
      );
    case "inside":
    case "open":
      return (
        <Receive
          link={visit.link}
          openUntil={visit.at === "open" ? visit.until : null}
          show={showHandoverAction.bind(null, token)}
          store={confirmReceivedAction.bind(null, token)}
        />
      );
    case "received":
      return <HandoverReceipt link={visit.link} partner={partner} receivedAt={visit.receivedAt} />;
  }
}
