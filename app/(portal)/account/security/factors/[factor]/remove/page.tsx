import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { removeFactorAction } from "@/app/(portal)/account/security/actions";
import { Texts } from "@/components/languages/texts";
import { ConfirmRemoval } from "@/components/second-factor/confirm";
import { requireStaff } from "@/lib/auth/session";
import { getFactors } from "@/lib/second-factor/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.removal");
  return { title: t("title") };
}

type Props = PageProps<"/account/security/factors/[factor]/remove">;

export default async function RemoveFactorPage({ params }: Props) {
  const staff = await requireStaff("account.secure");
  const { factor: wanted } = await params;
  const { factors } = await getFactors(staff);
  const factor = factors.find(({ id }) => id === wanted);
  if (!factor) notFound();
  const t = await getTranslations("account.removal");
  return (
    <div className="flex flex-col gap-6">
      <h1 className="wrap-anywhere">{t("question", { name: factor.name })}</h1>
      <Texts of={["secondFactor.removal", "acts"]}>
        <ConfirmRemoval act={removeFactorAction.bind(null, factor.id)} back="/account/security">
          <p>{t(factors.length === 1 ? "aboutLast" : "about")}</p>
        </ConfirmRemoval>
      </Texts>
    </div>
  );
}
