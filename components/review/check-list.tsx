import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CircleCheck, TriangleAlert } from "@/components/ui/icons";
import { Section } from "@/components/ui/section";
import { PageLink } from "@/components/ui/text-link";
import { fieldAt, stepTitles } from "@/lib/fields/model";
import {
  type Finding,
  keyOf,
  type Place,
  placeLabel,
  placeOfRow,
  type ReviewCheck,
} from "@/lib/reviews/model";
import { explainFinding } from "./texts";

/** What was looked at by itself, and what it came to. */
export function CheckList({ checks }: { checks: ReviewCheck[] }) {
  const t = useTranslations("review.checks");
  return (
    <Section title={t("title")}>
      <ul className="flex flex-col divide-y border-y">
        {checks.map(({ code, findings }) => (
          <li key={code} className="flex gap-2 py-3">
            <Mark found={findings.length > 0} />
            <div className="flex min-w-0 flex-col gap-1">
              <h3 className="text-base">{t(`${code}.title`)}</h3>
              {findings.length === 0 && <p className="text-muted text-sm">{t(`${code}.fine`)}</p>}
              {findings.map((finding) => {
                const remark = explainFinding(finding, t);
                return (
                  <p key={`${finding.path} ${remark}`} className="text-sm">
                    {t.rich("finding", {
                      field: fieldLabel(finding),
                      remark,
                      link: (chunks) => <FieldLink finding={finding}>{chunks}</FieldLink>,
                    })}
                  </p>
                );
              })}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Mark({ found }: { found: boolean }) {
  return found ? (
    <TriangleAlert className="mt-0.5 size-5 text-you" />
  ) : (
    <CircleCheck className="mt-0.5 size-5 text-done" />
  );
}

/** Leads to the answer on the same page. */
function FieldLink({ finding, children }: { finding: Finding; children: ReactNode }) {
  return <PageLink href={`#${keyOf(rowOf(finding))}`}>{children}</PageLink>;
}

function fieldLabel(finding: Finding): string {
  const { step, path } = finding;
  return fieldAt(step, path)?.label ?? placeLabel(rowOf(finding)) ?? stepTitles[step];
}

/** The row of the answers it is about. */
function rowOf({ step, path }: Finding): Place {
  return placeOfRow(step, path.replace(/\.\d+$/, ""));
}
