import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { removeFactorAction } from "@/app/(portal)/account/security/actions";
import { ConfirmRemoval } from "@/components/second-factor/confirm";
import { requireStaff } from "@/lib/auth/session";
import { getFactors } from "@/lib/second-factor/queries";

export const metadata: Metadata = { title: "Remove a second factor" };

type Props = PageProps<"/account/security/factors/[factor]/remove">;

export default async function RemoveFactorPage({ params }: Props) {
  const staff = await requireStaff("account.secure");
  const { factor: wanted } = await params;
  const { factors } = await getFactors(staff);
  const factor = factors.find(({ id }) => id === wanted);
  if (!factor) notFound();
  return (
    <div className="flex flex-col gap-6">
      <h1 className="wrap-anywhere">Remove {factor.name}?</h1>
      <ConfirmRemoval act={removeFactorAction.bind(null, factor.id)} back="/account/security">
        <p>
          It does not let you in any more.
          {factors.length === 1 &&
            " It is your last one: your recovery codes go with it, and your mailbox alone lets people in."}
        </p>
      </ConfirmRemoval>
    </div>
  );
}
