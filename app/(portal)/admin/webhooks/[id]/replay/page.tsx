import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { replayAction } from "@/app/(portal)/admin/webhooks/actions";
import { Outcome } from "@/components/acts/outcome";
import { Texts } from "@/components/languages/texts";
import { ButtonLink } from "@/components/ui/button-link";
import { Effects } from "@/components/webhooks/effects";
import { ReplayForm } from "@/components/webhooks/replay-form";
import { explainReplay } from "@/components/webhooks/texts";
import { requireStaff } from "@/lib/auth/session";
import { mayReplay } from "@/lib/webhooks/model";
import { getWebhook } from "@/lib/webhooks/queries";
import { previewReplay } from "@/lib/webhooks/replay";

type Props = PageProps<"/admin/webhooks/[id]/replay">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("webhooks.replay");
  return { title: t("pageTitle", { id: (await params).id }) };
}

export default async function ReplayPage({ params }: Props) {
  const staff = await requireStaff("webhook.replay");
  const webhook = await getWebhook(staff, (await params).id);
  if (!webhook) notFound();
  const t = await getTranslations("webhooks.replay");
  const ofForm = await getTranslations("webhooks.replayForm");
  const acts = await getTranslations("acts");
  const back = `/admin/webhooks/${encodeURIComponent(webhook.id)}` as Route;
  const preview = mayReplay(webhook)
    ? await previewReplay(staff, webhook.id)
    : ({ ok: false, error: { code: "not_replayable" } } as const);
  return (
    <div className="flex max-w-reading flex-col items-start gap-6">
      <h1>{t("title")}</h1>
      <p>{t("about")}</p>
      {preview.ok ? (
        <>
          <section className="flex w-full flex-col gap-3">
            <h2>{t("preview")}</h2>
            {preview.value.length > 0 ? (
              <Effects effects={preview.value} would />
            ) : (
              <p>{t("noChange")}</p>
            )}
            <p className="text-muted text-sm">{t("asked")}</p>
          </section>
          <Texts of={["webhooks.replayForm", "acts"]}>
            <ReplayForm replay={replayAction.bind(null, webhook.id)} back={back} />
          </Texts>
        </>
      ) : (
        <>
          <Outcome {...explainReplay(preview.error, ofForm, acts)} />
          <ButtonLink variant="secondary" href={back}>
            {t("back")}
          </ButtonLink>
        </>
      )}
    </div>
  );
}
