import { useTranslations } from "next-intl";
import { KeyRound, Smartphone } from "@/components/ui/icons";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import { type Factor, factorLabels } from "@/lib/second-factor/model";

const icons = { totp: Smartphone, passkey: KeyRound };

export function FactorList({ factors }: { factors: Factor[] }) {
  const t = useTranslations("secondFactor.list");
  return (
    <ul className="flex flex-col divide-y border-y">
      {factors.map(({ id, kind, name, addedAt, lastUsedAt }) => {
        const Icon = icons[kind];
        return (
          <li key={id} className="flex min-w-0 flex-wrap items-start gap-x-3 gap-y-1 py-3">
            <Icon className="mt-0.5 size-5 text-muted" />
            <div className="min-w-0 flex-1 basis-48">
              <p className="font-medium wrap-anywhere">{name}</p>
              <p className="text-muted text-sm">
                {t.rich(name === factorLabels[kind] ? "dates" : "kindAndDates", {
                  kind: factorLabels[kind],
                  added: () => <Time at={addedAt} />,
                  used: () => <Time at={lastUsedAt} fallback={t("neverUsed")} />,
                })}
              </p>
            </div>
            <TextLink href={`/account/security/factors/${id}/remove`} className="max-sm:ml-8">
              {t.rich("remove", {
                name,
                hidden: (chunks) => <span className="sr-only">{chunks}</span>,
              })}
            </TextLink>
          </li>
        );
      })}
    </ul>
  );
}
