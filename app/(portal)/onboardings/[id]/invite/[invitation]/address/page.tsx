import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { loadLink } from "@/app/(portal)/onboardings/[id]/invite/[invitation]/load-link";
import { changeAddressAction } from "@/app/(portal)/onboardings/[id]/invite/actions";
import { AddressForm } from "@/components/invitations/address-form";
import { Texts } from "@/components/languages/texts";

type Props = PageProps<"/onboardings/[id]/invite/[invitation]/address">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, invitation } = await params;
  const link = await loadLink(id, invitation);
  const t = await getTranslations("invitations.address");
  return { title: t("title", { name: link.invitation.name }) };
}

export default async function AddressPage({ params }: Props) {
  const { id, invitation: invitationId } = await params;
  const t = await getTranslations("invitations.address");
  const { invitation } = await loadLink(id, invitationId);
  return (
    <div className="flex flex-col gap-6">
      <h1>{t("title", { name: invitation.name })}</h1>
      <div className="flex max-w-reading flex-col gap-2">
        <p>{t("about", { email: invitation.email })}</p>
        <p className="text-muted">{t("otherPerson")}</p>
      </div>
      <Texts of={["invitations.addressForm", "invitations.told"]}>
        <AddressForm
          initial={{ values: { email: invitation.email }, errors: {} }}
          change={changeAddressAction.bind(null, id, invitationId)}
          back={`/onboardings/${id}` as Route}
        />
      </Texts>
    </div>
  );
}
