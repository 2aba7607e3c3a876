import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { linkPath, readApplication } from "@/app/apply/[token]/application";
import { forwardSectionsAction } from "@/app/apply/[token]/forward-actions";
import { ForwardForm } from "@/components/apply/forward";
import { Texts } from "@/components/languages/texts";
import { ArrowLeft } from "@/components/ui/icons";
import { TextLink } from "@/components/ui/text-link";

type Props = PageProps<"/apply/[token]/forward">;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("apply.forward");
  return { title: t("title") };
}

export default async function ForwardPage({ params }: Props) {
  const { token } = await params;
  const { view } = await readApplication(token);
  const at = linkPath(token);
  const open = view.phase === "filling" || view.phase === "changes";
  if (!open || view.forwarded) redirect(at);
  const t = await getTranslations("apply.forward");
  return (
    <div className="flex max-w-form flex-col gap-6">
      <TextLink href={at} className="self-start">
        <ArrowLeft className="mr-1 inline" />
        {t("back")}
      </TextLink>
      <h1>{t("title")}</h1>
      <p>{t("about")}</p>
      <Texts of={["apply.forward", "fields.sections"]}>
        <ForwardForm steps={view.steps} forward={forwardSectionsAction.bind(null, token)} />
      </Texts>
    </div>
  );
}
