import type { AnswerStep } from "@/lib/onboarding/model";

const preparations: Record<AnswerStep, { minutes: number; ready?: string }> = {
  company: { minutes: 3, ready: "Your company’s legal name, address and website" },
  contacts: { minutes: 1, ready: "Name and email of a technical and a billing contact" },
  support: { minutes: 1, ready: "The email address where people reach your support" },
  products: { minutes: 1 },
  logo: { minutes: 1, ready: "Your logo as an image" },
  "redirect-uris": { minutes: 1, ready: "The redirect URIs of your app, from your developers" },
};

export function minutesFor(steps: AnswerStep[]): number {
  return steps.reduce((minutes, step) => minutes + preparations[step].minutes, 0);
}

export function haveReady(steps: AnswerStep[]): string[] {
  const ready = steps.flatMap((step) => preparations[step].ready ?? []);
  return ready.length > 0 ? ready : ["Nothing"];
}
