import { getTranslations } from "next-intl/server";
import { ConfirmFirst } from "@/app/(portal)/confirm-first";
import { HandoverForm } from "@/components/handovers/handover-form";
import { HandoverList } from "@/components/handovers/handover-list";
import { Texts } from "@/components/languages/texts";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { may, type StaffActor } from "@/lib/auth/model";
import { getSentDetails } from "@/lib/customers/details";
import { listHandovers } from "@/lib/handovers/list";
import type { SecretView } from "@/lib/secrets/model";
import { createHandoverAction, revokeHandoverAction } from "./actions";

type Props = { staff: StaffActor; customerId: string; secrets: SecretView[] };

/** Links by which secrets go to the customer: the form for another one, and those that were made. */
export async function HandOver({ staff, customerId, secrets }: Props) {
  const held = secrets
    .filter(({ kind, state }) => state === "held" && may(staff, `secret.reveal.${kind}`))
    .map(({ kind }) => kind);
  const handovers = await listHandovers(staff, customerId);
  if (held.length === 0 && handovers.length === 0) return null;
  const t = await getTranslations("handovers.tab");
  const { answers } = await getSentDetails(staff, customerId);
  const { givenName, familyName, email } = answers.contacts.technical;
  const name = `${givenName} ${familyName}`.trim();
  return (
    <Section title={t("title")}>
      {held.length > 0 && (
        <ConfirmFirst staff={staff} act={t("act")} label={t("confirm")}>
          <Texts of={["handovers.form", "handover.secrets", "acts"]}>
            <HandoverForm
              // Another form once what it can hand over is different.
              key={held.join()}
              kinds={held}
              initial={{ name, email, language: "en", kinds: held }}
              create={createHandoverAction.bind(null, customerId)}
            />
          </Texts>
        </ConfirmFirst>
      )}
      <HandoverList
        handovers={handovers}
        revokeOf={({ id, email: recipient }) =>
          may(staff, "handover.revoke") && (
            <form action={revokeHandoverAction.bind(null, customerId, id)}>
              <Button variant="secondary">
                {t.rich("revoke", {
                  recipient,
                  hidden: (chunks) => <span className="sr-only">{chunks}</span>,
                })}
              </Button>
            </form>
          )
        }
      />
    </Section>
  );
}
