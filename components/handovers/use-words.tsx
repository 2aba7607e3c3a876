import { useTranslations } from "next-intl";
import type { SecretWords } from "@/components/secrets/words";

/** What stands around a secret, in the recipient's language. */
export function useWords(): SecretWords {
  const t = useTranslations("handover");
  return {
    secrets: { sandbox: t("secrets.sandbox"), production: t("secrets.production") },
    leave: t("panel.leave"),
    unstored: t("panel.unstored"),
    once: t("panel.once"),
    until: (clock) => t.rich("panel.until", { clock: () => clock }),
    stray: t("panel.stray"),
    closing: t("panel.closing"),
    keep: t("panel.keep"),
    stored: t("panel.stored"),
    done: t("panel.done"),
    nameOf: (secret, company) => t("value.name", { secret, company }),
    unprinted: t("value.unprinted"),
    copy: t("value.copy"),
    copyWhich: (kind) => t("value.which", { kind }),
    download: (file) => t("value.download", { file }),
    downloadWith: (secret) => t("value.holding", { secret }),
    spell: t("value.spell"),
    unspell: t("value.hide"),
    digit: t("value.digit"),
    capital: t("value.capital"),
    small: t("value.small"),
    kit: t("kit.title"),
    kitAbout: t("kit.about"),
    withCurl: t("kit.curl"),
    withNode: t("kit.node"),
    copyFile: (file) => t("kit.copyEnv", { file }),
    copyCurl: t("kit.copyCurl"),
    copyNode: t("kit.copyNode"),
  };
}
