import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { Disclosure } from "@/components/ui/disclosure";
import { PageLink } from "@/components/ui/text-link";
import { type Message, mailTo } from "./messages";

/** A letter to the account manager, ready to be sent or copied. */
export function MessagePanel({ message, about }: { message: Message; about: string }) {
  const t = useTranslations("banks.message");
  const words = {
    what: about,
    hidden: (chunks: ReactNode) => <span className="sr-only">{chunks}</span>,
  };
  return (
    <div className="flex flex-col items-start gap-1">
      <PageLink tone="inherit" href={mailTo(message)}>
        {t.rich("write", words)}
      </PageLink>
      <Disclosure summary={t.rich("read", words)}>
        <p className="font-medium">{message.subject}</p>
        <p className="whitespace-pre-line">{message.body}</p>
        <CopyButton text={`${message.subject}\n\n${message.body}`} label={t("copy")} />
      </Disclosure>
    </div>
  );
}
