import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { replayAction } from "@/app/(portal)/admin/webhooks/actions";
import { Outcome } from "@/components/acts/outcome";
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
  return { title: `Replay this webhook? – ${(await params).id}` };
}

export default async function ReplayPage({ params }: Props) {
  const staff = await requireStaff("webhook.replay");
  const webhook = await getWebhook(staff, (await params).id);
  if (!webhook) notFound();
  const back = `/admin/webhooks/${encodeURIComponent(webhook.id)}` as Route;
  const preview = mayReplay(webhook)
    ? await previewReplay(staff, webhook.id)
    : ({ ok: false, error: { code: "not_replayable" } } as const);
  return (
    <div className="flex max-w-reading flex-col items-start gap-6">
      <h1>Replay this webhook?</h1>
      <p>
        Replaying asks Plaid how the banks stand and records the answer. What an old webhook says
        brings nothing old back.
      </p>
      {preview.ok ? (
        <>
          <section className="flex w-full flex-col gap-3">
            <h2>If it were replayed now</h2>
            {preview.value.length > 0 ? (
              <Effects effects={preview.value} would />
            ) : (
              <p>It would change nothing.</p>
            )}
            <p className="text-muted text-sm">Plaid was asked just now. Nothing was written.</p>
          </section>
          <ReplayForm replay={replayAction.bind(null, webhook.id)} back={back} />
        </>
      ) : (
        <>
          <Outcome {...explainReplay(preview.error)} />
          <ButtonLink variant="secondary" href={back}>
            Back to the webhook
          </ButtonLink>
        </>
      )}
    </div>
  );
}
