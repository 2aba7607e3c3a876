import Link from "next/link";
import type { CustomerView } from "@/lib/customers/model";
import { banksSummary } from "./words";

export function BanksNote({ customer }: { customer: CustomerView }) {
  const live = customer.status === "ACTIVE";
  return (
    <section className="flex flex-col gap-2">
      <h2>Banks</h2>
      <p>
        {live ? summaryOf(customer) : "Bank registration starts when you enable this customer."}
      </p>
      {live && (
        <p>
          <Link
            href={`/customers/${customer.id}/banks`}
            className="inline-block py-1 text-primary underline underline-offset-4"
          >
            See every bank
          </Link>
        </p>
      )}
    </section>
  );
}

function summaryOf(customer: CustomerView): string {
  return customer.banksTotal > 0 ? banksSummary(customer) : "Plaid has not named any bank yet.";
}
