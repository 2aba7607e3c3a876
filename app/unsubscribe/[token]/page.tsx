import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { stopTexts } from "@/components/notifications/stop-texts";
import { Button } from "@/components/ui/button";
import { readStop } from "@/lib/notifications/stop";

export const metadata: Metadata = { title: "Unsubscribe", robots: { index: false } };

/** Opening the link changes nothing: mail scanners open links too. Only the button does. */
export default async function UnsubscribePage({ params }: PageProps<"/unsubscribe/[token]">) {
  const { token } = await params;
  const stop = await readStop(token);
  if (!stop) notFound();
  const { title, about, button, done } = stopTexts[stop.kind];
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
