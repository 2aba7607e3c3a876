import { useTranslations } from "next-intl";
import {
  expectedWait,
  type InstitutionView,
  needsQuestionnaire,
  overdueDays,
  withBank,
} from "@/lib/institutions/model";

/** How long this takes, and whether it has taken longer. */
export function Expected({
  bank,
  questionnaireOpen,
}: {
  bank: InstitutionView;
  questionnaireOpen: boolean;
}) {
  const t = useTranslations("banks.card");
  const { institutionId, status } = bank;
  if (status === "NOT_STARTED") {
    const waits = questionnaireOpen && needsQuestionnaire(institutionId);
    return <p className="text-sm">{t(waits ? "waitsForQuestionnaire" : "notSent")}</p>;
  }
  if (!withBank.includes(status)) return null;
  const overdue = overdueDays(bank);
  return (
    <p className="text-sm" suppressHydrationWarning>
      {expectedWait(institutionId)}.
      {overdue > 0 && (
        <strong className="mt-1 block w-fit rounded-badge bg-you-tint px-2 py-1 font-medium text-you">
          {t("overdue", { days: overdue })}
        </strong>
      )}
    </p>
  );
}
