import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { Section } from "@/components/ui/section";
import type { Forwarded } from "@/lib/applicants/model";
import { stepTitles } from "@/lib/fields/model";
import { type Answered, Press } from "./press";

const words: Record<Forwarded["state"], string> = {
  sent: "Sent, not opened yet",
  opened: "Opened",
  done: "Done",
};

/** What colleagues were asked for, and the way to ask one. */
export function Forwards({
  at,
  forwards,
  withdraw,
}: {
  at: string;
  forwards: Forwarded[];
  withdraw: (id: string, state: Answered, form: FormData) => Promise<Answered>;
}) {
  return (
    <Section title="Ask a colleague">
      <p>
        Somebody else knows the answers? Forward a section: your colleague gets a link of their own
        and sees nothing else. You submit everything in the end.
      </p>
      {forwards.length > 0 && (
        <ul className="divide-y border-y">
          {forwards.map(({ id, name, email, steps, state }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-4 py-3">
              <div className="min-w-0">
                <p className="font-medium">
                  {name} ({email})
                </p>
                <p className="text-muted text-sm">
                  {steps.map((step) => stepTitles[step]).join(", ")} · {words[state]}
                </p>
              </div>
              <Press
                action={withdraw.bind(null, id)}
                label="Withdraw"
                about={`the link of ${name}`}
                variant="secondary"
              />
            </li>
          ))}
        </ul>
      )}
      <ButtonLink href={`${at}/forward` as Route} variant="secondary" className="self-start">
        Forward a section
      </ButtonLink>
    </Section>
  );
}
