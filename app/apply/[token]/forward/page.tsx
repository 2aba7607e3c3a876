import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { linkPath, readApplication } from "@/app/apply/[token]/application";
import { forwardSectionsAction } from "@/app/apply/[token]/forward-actions";
import { ForwardForm } from "@/components/apply/forward";
import { TextLink } from "@/components/ui/text-link";

type Props = PageProps<"/apply/[token]/forward">;

export const metadata: Metadata = { title: "Forward a section" };

export default async function ForwardPage({ params }: Props) {
  const { token } = await params;
  const { view } = await readApplication(token);
  const at = linkPath(token);
  const open = view.phase === "filling" || view.phase === "changes";
  if (!open || view.forwarded) redirect(at);
  return (
    <div className="flex max-w-form flex-col gap-6">
      <TextLink href={at} className="self-start">
        Back
      </TextLink>
      <h1>Forward a section</h1>
      <p>
        Your colleague gets a mail with a link of their own, gives a code as you did, and sees only
        what you choose here. You can withdraw it at any time.
      </p>
      <ForwardForm steps={view.steps} forward={forwardSectionsAction.bind(null, token)} />
    </div>
  );
}
