import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { assignOwnerAction } from "@/app/(portal)/customers/[id]/actions";
import { loadCustomer } from "@/app/(portal)/customers/[id]/load";
import { nameOf } from "@/components/customers/words";
import { Breadcrumb } from "@/components/frame/breadcrumb";
import { Assignment } from "@/components/review/assignment";
import { requireStaff } from "@/lib/auth/session";
import { getAssignment } from "@/lib/reviews/assign";

type Props = PageProps<"/customers/[id]/assign">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { customer } = await loadCustomer((await params).id);
  const t = await getTranslations("customers");
  return { title: t("assign.title", { company: nameOf(customer) }) };
}

export default async function AssignPage({ params }: Props) {
  const staff = await requireStaff("onboarding.review");
  const { customer } = await loadCustomer((await params).id);
  const t = await getTranslations("customers");
  const company = nameOf(customer);
  return (
    <div className="flex max-w-reading flex-col items-start gap-6">
      <Breadcrumb href={`/customers/${customer.id}`}>{company}</Breadcrumb>
      <h1>{t("assign.question", { company })}</h1>
      <Assignment
        review={await getAssignment(staff, customer.id)}
        userId={staff.userId}
        assign={assignOwnerAction.bind(null, customer.id)}
      />
    </div>
  );
}
