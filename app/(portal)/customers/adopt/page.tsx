import type { Metadata } from "next";
import { adoptFromPlaidAction } from "@/app/(portal)/customers/adopt/actions";
import { AdoptForm } from "@/components/customers/adopt-form";
import { Breadcrumb } from "@/components/frame/breadcrumb";
import { requireStaff } from "@/lib/auth/session";
import { readParameter } from "@/lib/period/model";

export const metadata: Metadata = { title: "Adopt an end customer" };

export default async function AdoptPage({ searchParams }: PageProps<"/customers/adopt">) {
  await requireStaff("customer.adopt");
  const clientId = readParameter(await searchParams, "client_id") ?? "";
  return (
    <div className="flex flex-col gap-6">
      <Breadcrumb href="/customers">End customers</Breadcrumb>
      <h1>Adopt an end customer</h1>
      <p>
        For a customer that was created in the Plaid Dashboard or by another program. Plaid is asked
        about it, and nothing changes at Plaid.
      </p>
      <AdoptForm adopt={adoptFromPlaidAction} clientId={clientId} />
    </div>
  );
}
