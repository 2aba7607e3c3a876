import type { Metadata, Route } from "next";
import { describeVerdict } from "@/components/audit/texts";
import { Breadcrumb } from "@/components/frame/breadcrumb";
import { Banner } from "@/components/ui/banner";
import { formatCount } from "@/components/ui/counts";
import { SummaryList } from "@/components/ui/summary-list";
import { TextLink } from "@/components/ui/text-link";
import { auditAddress, type ChainVerdict } from "@/lib/audit/model";
import { checkAudit } from "@/lib/audit/verify";
import { requireStaff } from "@/lib/auth/session";

export const metadata: Metadata = { title: "Verify the audit log" };

export default async function VerifyPage() {
  const staff = await requireStaff("audit.read");
  const verdict = await checkAudit(staff);
  return (
    <div className="flex max-w-reading flex-col gap-6">
      <Breadcrumb href="/admin/audit">Audit log</Breadcrumb>
      <h1>Verify the audit log</h1>
      <Banner
        tone={verdict.whole ? "done" : "blocked"}
        title={describeVerdict(verdict)}
        role={verdict.whole ? "status" : "alert"}
      >
        {verdict.whole ? null : <WhatToDo verdict={verdict} />}
      </Banner>
      <p>
        Each entry holds a hash of itself and of the entry before it, so a change, a gap or a
        newcomer shows. This went over every entry just now.
      </p>
      {verdict.whole && verdict.head && (
        <SummaryList
          items={[
            { term: "Names erased", value: erasedText(verdict.erased) },
            {
              term: "End of the chain",
              value: (
                <code translate="no" className="wrap-anywhere">
                  {verdict.head.seq}:{verdict.head.hash}
                </code>
              ),
            },
          ]}
        />
      )}
      <p className="text-muted text-sm">
        The end of the chain is written to the server’s log every hour. Keep one elsewhere and check
        it later: <code>npm run admin -- verify-audit --head SEQ:HASH</code>
      </p>
    </div>
  );
}

function erasedText(erased: number): string {
  if (erased === 0) return "None";
  return `Of ${formatCount(erased)} ${erased === 1 ? "entry" : "entries"}; all others match their hash`;
}

function WhatToDo({ verdict }: { verdict: ChainVerdict & { whole: false } }) {
  return (
    <p>
      The {formatCount(verdict.checked)} entries before it match. Somebody with the database owner’s
      rights has changed the log: compare it with a backup, and find out who had that access.{" "}
      <TextLink
        tone="inherit"
        // An address of the log's own.
        href={auditAddress({ before: verdict.seq + 1 }) as Route}
      >
        Show the log from there
      </TextLink>
    </p>
  );
}
