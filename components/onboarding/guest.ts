import { useTranslations } from "next-intl";
import { isWithin } from "@/lib/answers/model";

/** An end customer that fills in its own part. Texts name the partner to it. */
export type Guest = {
  partner: string;
  /** Its link: where it starts again once its session has ended. */
  href: string;
  /** While the partner wants changes: the reviewer's words, and the only fields that are open. */
  changes?: { requests: { path: string; body: string }[]; open: string[] };
};

/** Whether this person may change a field, or a row of one; staff may change all of them. */
export function isOpen(guest: Guest | undefined, path: string): boolean {
  return guest?.changes?.open.some((one) => isWithin(path, one)) ?? true;
}

/** The reviewer's words about a field, beside what else is to be said about it. */
export function useRequests(guest: Guest | undefined) {
  const t = useTranslations("steps.form");
  return (path: string, warning: string | undefined): string | undefined => {
    const requests = guest?.changes?.requests.filter((request) => request.path === path) ?? [];
    const words = requests.map(({ body }) =>
      t("asked", { partner: guest?.partner ?? "", words: body }),
    );
    return [...words, warning].filter(Boolean).join(" · ") || undefined;
  };
}
