import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { ConfirmReset } from "@/components/second-factor/confirm";
import { countOf } from "@/components/ui/counts";
import { requireStaff } from "@/lib/auth/session";
import { getPersonToReset } from "@/lib/second-factor/queries";
import { resetFactorsAction } from "./actions";

export const metadata: Metadata = { title: "Reset second factors" };

type Props = PageProps<"/admin/team/[id]/reset-factors">;

export default async function ResetFactorsPage({ params }: Props) {
  const staff = await requireStaff("factor.reset");
  const person = await getPersonToReset(staff, (await params).id);
  if (!person) notFound();
  const { id, name, email, factors } = person;
  return (
    <div className="flex flex-col gap-6">
      <h1 className="wrap-anywhere">Reset the second factors of {name}?</h1>
      <ConfirmReset act={resetFactorsAction.bind(null, id)} back={`/admin/team/${id}` as Route}>
        <p className="wrap-anywhere">
          {email} has {countOf(factors, "second factor")}. Resetting takes all of them and all
          recovery codes away, ends every session, and mails {name} that an admin did it.
        </p>
        <p>
          Make sure that it is really {name} who asks: whoever reads that mailbox can sign in
          afterwards.
        </p>
      </ConfirmReset>
    </div>
  );
}
