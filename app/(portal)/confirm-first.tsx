import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SignInAgain } from "@/components/acts/sign-in-again";
import { requireFreshSignIn } from "@/lib/auth/fresh-sign-in";
import { FRESH_MINUTES, type StaffActor } from "@/lib/auth/model";

type Props = {
  staff: StaffActor;
  /** What takes it: "Handing over". */
  act: string;
  label: string;
  children: ReactNode;
};

/** A form, once its step-up is fresh: what stands in a form is lost on the way to prove who one is. */
export async function ConfirmFirst({ staff, act, label, children }: Props) {
  const { ok: isFresh } = await requireFreshSignIn(staff);
  if (isFresh) return children;
  const t = await getTranslations("acts");
  return (
    <div className="flex flex-col items-start gap-3">
      <p>{t("confirmFirst", { act, minutes: FRESH_MINUTES })}</p>
      <SignInAgain label={label} />
    </div>
  );
}
