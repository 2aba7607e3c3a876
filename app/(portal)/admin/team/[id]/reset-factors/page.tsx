import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Texts } from "@/components/languages/texts";
import { ConfirmReset } from "@/components/second-factor/confirm";
import { requireStaff } from "@/lib/auth/session";
import { getPersonToReset } from "@/lib/second-factor/queries";
import { resetFactorsAction } from "./actions";

type Props = PageProps<"/admin/team/[id]/reset-factors">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("team.resetFactors");
  return { title: t("page") };
}

export default async function ResetFactorsPage({ params }: Props) {
  const staff = await requireStaff("factor.reset");
  const person = await getPersonToReset(staff, (await params).id);
  if (!person) notFound();
  const { id, name, email, factors } = person;
  const t = await getTranslations("team.resetFactors");
  return (
    <div className="flex flex-col gap-6">
      <h1 className="wrap-anywhere">{t("title", { name })}</h1>
      <Texts of={["secondFactor.reset", "acts"]}>
        <ConfirmReset act={resetFactorsAction.bind(null, id)} back={`/admin/team/${id}` as Route}>
          <p className="wrap-anywhere">{t("about", { email, factors, name })}</p>
          <p>{t("makeSure", { name })}</p>
        </ConfirmReset>
      </Texts>
    </div>
  );
}
