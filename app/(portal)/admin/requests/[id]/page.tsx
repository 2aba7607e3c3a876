import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/components/frame/breadcrumb";
import { Endpoint } from "@/components/requests/endpoint";
import { RequestDetails } from "@/components/requests/request-details";
import { outcomeTones } from "@/components/requests/texts";
import { Badge } from "@/components/ui/badge";
import { requireStaff } from "@/lib/auth/session";
import { getRequest } from "@/lib/requests/queries";

type Props = PageProps<"/admin/requests/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("requests.details");
  return { title: t("pageTitle", { id: (await params).id }) };
}

export default async function RequestPage({ params }: Props) {
  const staff = await requireStaff("request.read");
  const call = await getRequest(staff, (await params).id);
  if (!call) notFound();
  const t = await getTranslations("requests");
  return (
    <>
      <Breadcrumb href="/admin/requests">{t("log.title")}</Breadcrumb>
      <header className="flex flex-wrap items-center gap-3">
        <h1 className="wrap-anywhere">
          {t.rich("details.title", {
            path: call.endpoint,
            endpoint: () => <Endpoint path={call.endpoint} />,
          })}
        </h1>
        <Badge tone={outcomeTones[call.outcome]}>{t(`outcomes.${call.outcome}`)}</Badge>
      </header>
      <RequestDetails call={call} />
    </>
  );
}
