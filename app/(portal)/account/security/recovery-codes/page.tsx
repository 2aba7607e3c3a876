import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { makeRecoveryCodesAction } from "@/app/(portal)/account/security/actions";
import { goingTo } from "@/app/(portal)/account/security/return-to";
import { Texts } from "@/components/languages/texts";
import { RecoveryCodes } from "@/components/second-factor/recovery-codes";
import { requireStaff } from "@/lib/auth/session";
import { getFactors } from "@/lib/second-factor/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.recoveryCodes");
  return { title: t("title") };
}

type Props = PageProps<"/account/security/recovery-codes">;

export default async function RecoveryCodesPage({ searchParams }: Props) {
  const staff = await requireStaff("account.secure");
  const t = await getTranslations("account.recoveryCodes");
  const going = goingTo((await searchParams).returnTo);
  const { codesLeft } = await getFactors(staff);
  return (
    <div className="flex max-w-form flex-col gap-6">
      <h1>{t("title")}</h1>
      <Texts of={["secondFactor.recoveryCodes"]}>
        <RecoveryCodes
          left={codesLeft}
          make={makeRecoveryCodesAction.bind(null, going)}
          // A path of this portal that goingTo has checked.
          next={(going || "/account/security") as Route}
        />
      </Texts>
    </div>
  );
}
