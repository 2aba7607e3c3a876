import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import type { WordingView } from "@/lib/attestation-texts/model";
import { DifferenceText } from "./difference";

/** Every version there was, the one in force first. */
export function WordingVersions({ versions }: Pick<WordingView, "versions">) {
  const t = useTranslations("settings.wording.versions");
  return (
    <Section title={t("title")}>
      <ol className="flex flex-col gap-4">
        {versions.map(
          ({ version, publishedAt, publishedBy, title, difference, body, sha256 }, place) => (
            <li key={version} className="card flex flex-col gap-3">
              <h3 className="font-semibold">
                {t(place === 0 ? "versionInForce" : "version", { version })}
              </h3>
              <p className="text-muted text-sm">
                {t.rich(publishedBy ? "publishedBy" : "ofProduct", {
                  name: publishedBy ?? "",
                  at: publishedAt,
                  time: () => <Time at={publishedAt} />,
                })}
              </p>
              <p className="font-medium">{title}</p>
              {difference ? (
                <DifferenceText difference={difference} />
              ) : (
                <p className="wrap-anywhere">{body}</p>
              )}
              <p className="wrap-anywhere text-muted text-sm">
                {t.rich("hash", { sha256, code: (hash) => <code translate="no">{hash}</code> })}
              </p>
            </li>
          ),
        )}
      </ol>
    </Section>
  );
}
