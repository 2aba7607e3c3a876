import type { Metadata, Route } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { describeVerdict } from "@/components/audit/texts";
import { Breadcrumb } from "@/components/frame/breadcrumb";
import { Banner } from "@/components/ui/banner";
import { formatCount } from "@/components/ui/counts";
import { SummaryList } from "@/components/ui/summary-list";
import { TextLink } from "@/components/ui/text-link";
import { auditAddress, type ChainVerdict } from "@/lib/audit/model";
import { checkAudit } from "@/lib/audit/verify";
import { requireStaff } from "@/lib/auth/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("audit.verify");
  return { title: t("title") };
}

export default async function VerifyPage() {
  const staff = await requireStaff("audit.read");
  const t = await getTranslations("audit");
  const verdict = await checkAudit(staff);
  return (
    <div className="flex max-w-reading flex-col gap-6">
      <Breadcrumb href="/admin/audit">{t("log.title")}</Breadcrumb>
      <h1>{t("verify.title")}</h1>
      <Banner
        tone={verdict.whole ? "done" : "blocked"}
        title={describeVerdict(verdict, t)}
        role={verdict.whole ? "status" : "alert"}
      >
        {verdict.whole ? null : <WhatToDo verdict={verdict} />}
      </Banner>
      <p>{t("verify.about")}</p>
      {verdict.whole && verdict.head && (
        <SummaryList
          items={[
            { term: t("verify.erased"), value: t("verify.erasedOf", { entries: verdict.erased }) },
            {
              term: t("verify.end"),
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
        {t.rich("verify.noted", {
          command: "npm run admin -- verify-audit --head SEQ:HASH",
          code: (chunks) => <code>{chunks}</code>,
        })}
      </p>
    </div>
  );
}

function WhatToDo({ verdict }: { verdict: ChainVerdict & { whole: false } }) {
  const t = useTranslations("audit.verify");
  return (
    <p>
      {t.rich("whatToDo", {
        checked: formatCount(verdict.checked),
        link: (chunks) => (
          <TextLink
            tone="inherit"
            // An address of the log's own.
            href={auditAddress({ before: verdict.seq + 1 }) as Route}
          >
            {chunks}
          </TextLink>
        ),
      })}
    </p>
  );
}
