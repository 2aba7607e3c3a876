import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumb } from "@/components/frame/breadcrumb";
import { Endpoint } from "@/components/requests/endpoint";
import { RequestDetails } from "@/components/requests/request-details";
import { outcomeLabels, outcomeTones } from "@/components/requests/texts";
import { Badge } from "@/components/ui/badge";
import { requireStaff } from "@/lib/auth/session";
import { getRequest } from "@/lib/requests/queries";

type Props = PageProps<"/admin/requests/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Request – ${(await params).id}` };
}

export default async function RequestPage({ params }: Props) {
  const staff = await requireStaff("request.read");
  const call = await getRequest(staff, (await params).id);
  if (!call) notFound();
  return (
    <>
      <Breadcrumb href="/admin/requests">Requests</Breadcrumb>
      <header className="flex flex-wrap items-center gap-3">
        <h1 className="wrap-anywhere">
          Request to <Endpoint path={call.endpoint} />
        </h1>
        <Badge tone={outcomeTones[call.outcome]}>{outcomeLabels[call.outcome]}</Badge>
      </header>
      <RequestDetails call={call} />
    </>
  );
}
