import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import type { Stoppable } from "@/lib/notifications/model";
import { readStop } from "@/lib/notifications/stop";
import { readStopToken } from "@/lib/notifications/stop-link";

type Props = PageProps<"/unsubscribe/[token]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  if (!readStopToken((await params).token)) notFound();
  const t = await getTranslations("apply.reminders");
  return { title: t("page"), robots: { index: false } };
}

/** Opening the link changes nothing: mail scanners open links too. Only the button does. */
export default async function UnsubscribePage({ params }: Props) {
  const { token } = await params;
  const stop = await readStop(token);
  if (!stop) notFound();
  const { title, about, button, done } = await textsOf(stop.kind);
  if (stop.stopped) {
    return (
      <>
        <h1>{title}</h1>
        <p role="status">{done}</p>
      </>
    );
  }
  return (
    <>
      <h1>{title}</h1>
      <p>{about}</p>
      <form method="post" action={`/api/unsubscribe/${token}`}>
        <Button>{button}</Button>
      </form>
    </>
  );
}

async function textsOf(kind: Stoppable["kind"]) {
  const t = await getTranslations(
    kind === "reminders" ? "apply.reminders" : `notifications.stop.${kind}`,
  );
  return { title: t("title"), about: t("about"), button: t("button"), done: t("done") };
}
