import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Section } from "@/components/ui/section";
import { blocking, nothingBlocks, type Requirement } from "@/lib/requirements/model";
import { RequirementList } from "./requirement-list";

/** Why a customer does not go on; where nothing blocks, what happens now. */
export function Blocking({
  customer,
  mayAct,
  children,
}: {
  customer: { status: string; banksTotal: number; requirements: Requirement[] };
  mayAct: boolean;
  /** What Plaid's support asks for. */
  children?: ReactNode;
}) {
  const t = useTranslations("requirements.list");
  const found = blocking(customer.requirements);
  return (
    <Section title={t("title")}>
      {found.length > 0 ? (
        <RequirementList requirements={found} mayAct={mayAct} />
      ) : (
        <p className="max-w-reading">{nothingBlocks(customer)}</p>
      )}
      {children}
    </Section>
  );
}
