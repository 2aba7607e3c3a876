import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadCustomer } from "@/app/(portal)/customers/[id]/load";
import { whoMay } from "@/components/customers/who-may";
import { nameOf } from "@/components/customers/words";
import { type Namespace, Texts } from "@/components/languages/texts";
import { ClientIdCard } from "@/components/secrets/client-id-card";
import { PasteForm } from "@/components/secrets/paste-form";
import { SecretCard } from "@/components/secrets/secret-card";
import { StarterKit } from "@/components/secrets/starter-kit-panel";
import { EmptyState } from "@/components/ui/empty-state";
import { may, type StaffActor } from "@/lib/auth/model";
import type { Translate } from "@/lib/languages/model";
import type { SecretKind } from "@/lib/secrets/model";
import { listSecrets } from "@/lib/secrets/queries";
import { confirmStoredAction, pasteSecretAction, revealSecretAction } from "./actions";
import { HandOver } from "./hand-over";

/** What stands around a secret is said as its recipient at the customer reads it. */
const cardTexts: Namespace[] = [
  "secrets.card",
  "secrets.state",
  "secrets.paste",
  "handover.secrets",
  "handover.panel",
  "handover.value",
  "handover.kit",
];

type Props = PageProps<"/customers/[id]/keys">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { customer } = await loadCustomer((await params).id);
  const t = await getTranslations("secrets.tab");
  return { title: t("title", { company: nameOf(customer) }) };
}

export default async function KeysPage({ params }: Props) {
  const { staff, customer } = await loadCustomer((await params).id);
  const t = await getTranslations("secrets.tab");
  const customers = await getTranslations("customers");
  const { id, clientId } = customer;
  if (!clientId) {
    return (
      <EmptyState title={t("none")}>
        <p>{t("noneAbout")}</p>
      </EmptyState>
    );
  }

  const secrets = await listSecrets(staff, id);
  const live = customer.enabledAt !== null;
  return (
    <div className="flex max-w-reading flex-col gap-12">
      <div className="flex flex-col gap-6">
        <ClientIdCard clientId={clientId} />
        <Texts of={cardTexts}>
          {secrets.map((view) => (
            <SecretCard
              key={view.kind}
              limited={view.kind === "production" && !live}
              company={nameOf(customer)}
              clientId={clientId}
              view={view}
              reveal={revealSecretAction.bind(null, id, view.kind)}
              store={confirmStoredAction.bind(null, id, view.kind)}
              whoElse={whoElse(staff, view.kind, t, customers)}
              paste={
                <PasteForm kind={view.kind} paste={pasteSecretAction.bind(null, id, view.kind)} />
              }
            />
          ))}
          <StarterKit clientId={clientId} kind={live ? "production" : "sandbox"} />
        </Texts>
      </div>
      <HandOver staff={staff} customerId={id} secrets={secrets} />
    </div>
  );
}

function whoElse(
  staff: StaffActor,
  kind: SecretKind,
  t: Translate<"secrets.tab">,
  customers: Translate<"customers">,
): string | null {
  const action = `secret.reveal.${kind}` as const;
  return may(staff, action) ? null : whoMay(action, t(`deed.${kind}`), customers);
}
