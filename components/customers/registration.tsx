"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { announceChange } from "@/components/live/announce-change";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Time } from "@/components/ui/time";
import { describeRegistration, type RegistrationView } from "@/lib/institutions/model";
import { Agreements } from "./agreements";
import { InstitutionGrid } from "./institution-grid";

/** The banks page, kept current: what the server rendered, or what was fetched since. */
export function Registration({
  customerId,
  company,
  live,
  initial,
}: {
  customerId: string;
  company: string;
  /** Enabled in Production, so registration has begun. */
  live: boolean;
  initial: RegistrationView;
}) {
  const { data, isError, refetch } = useQuery({
    queryKey: ["registration", customerId],
    queryFn: () => fetchRegistration(customerId),
    initialData: initial,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: 1,
  });
  const registration = data.readAt > initial.readAt ? data : initial;
  const order = useOrder(registration);
  useAnnouncedChanges(registration, company);

  return (
    <div className="flex flex-col gap-6">
      {isError && (
        <Banner tone="blocked" title="Bank status could not be loaded">
          <p>
            Showing what we knew <Time at={registration.readAt} />.
          </p>
          <div>
            <Button type="button" variant="secondary" onClick={() => refetch()}>
              Try again
            </Button>
          </div>
        </Banner>
      )}
      <Agreements registration={registration} />
      <InstitutionGrid live={live} registration={registration} order={order} />
    </div>
  );
}

async function fetchRegistration(customerId: string): Promise<RegistrationView> {
  const answer = await fetch(`/api/customers/${customerId}/registration`);
  if (!answer.ok) throw new Error(`registration: ${answer.status}`);
  return answer.json();
}

/** What needs somebody first, then the oldest. Decided once: nothing moves while it is looked at. */
function useOrder(registration: RegistrationView): string[] {
  const [order] = useState(() =>
    registration.institutions
      .toSorted(
        (a, b) =>
          Number(b.status === "ATTENTION_REQUIRED") - Number(a.status === "ATTENTION_REQUIRED") ||
          a.statusSince.localeCompare(b.statusSince) ||
          a.name.localeCompare(b.name),
      )
      .map((bank) => bank.institutionId),
  );
  return order;
}

function useAnnouncedChanges({ institutions }: RegistrationView, company: string): void {
  const known = useRef(institutions);
  useEffect(() => {
    const before = new Map(known.current.map((bank) => [bank.institutionId, bank.status]));
    known.current = institutions;
    for (const { institutionId, name, status } of institutions) {
      if (before.get(institutionId) === status) continue;
      announceChange(
        `${name} is now ${lowerFirst(describeRegistration(status).label)} for ${company}`,
      );
    }
  }, [institutions, company]);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
