import type { Metadata, Route } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { readOnboarding } from "@/app/(portal)/onboardings/[id]/onboarding";
import { StepFrame } from "@/components/onboarding/step-frame";
import { isStep, stepTitles } from "@/lib/onboarding/model";
import { StepBody } from "./step-body";

type Props = PageProps<"/onboardings/[id]/[step]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, step } = await params;
  if (!isStep(step)) notFound();
  const { companyName } = await readOnboarding(id);
  const title = [stepTitles[step], companyName].filter(Boolean).join(" – ");
  return { title: (await isRefusal()) ? `Error: ${title}` : title };
}

/** A step posted without JavaScript is answered with its own page only when something is wrong. */
async function isRefusal(): Promise<boolean> {
  const sent = await headers();
  const posted = sent.get("content-type")?.startsWith("multipart/form-data") ?? false;
  return posted && !sent.has("next-action");
}

export default async function StepPage({ params, searchParams }: Props) {
  const { id, step } = await params;
  if (!isStep(step)) notFound();
  const view = await readOnboarding(id);
  const query = await searchParams;
  const from = query.from === "check" ? "check" : undefined;
  const back = (from ? `/onboardings/${id}/check` : `/onboardings/${id}`) as Route;
  return (
    <StepFrame step={step} companyName={view.companyName} back={back}>
      <StepBody step={step} view={view} from={from} tooLarge={Number(query.tooLarge)} />
    </StepFrame>
  );
}
