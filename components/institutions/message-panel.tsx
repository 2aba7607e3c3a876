import { CopyButton } from "@/components/ui/copy-button";
import { Disclosure } from "@/components/ui/disclosure";
import { PageLink } from "@/components/ui/text-link";
import { type Message, mailTo } from "./messages";

/** A letter to the account manager, ready to be sent or copied. */
export function MessagePanel({ message, about }: { message: Message; about: string }) {
  return (
    <div className="flex flex-col items-start gap-1">
      <PageLink tone="inherit" href={mailTo(message)}>
        Write to your account manager<span className="sr-only"> about {about}</span>
      </PageLink>
      <Disclosure
        summary={
          <>
            Read or copy the message<span className="sr-only"> about {about}</span>
          </>
        }
      >
        <p className="font-medium">{message.subject}</p>
        <p className="whitespace-pre-line">{message.body}</p>
        <CopyButton text={`${message.subject}\n\n${message.body}`} label="Copy message" />
      </Disclosure>
    </div>
  );
}
