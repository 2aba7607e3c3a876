import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { PageLink } from "@/components/ui/text-link";
import type { ApplicationView, ChangeRequest } from "@/lib/applicants/model";
import { fieldAt, type NameKey } from "@/lib/fields/model";
import { placeName } from "@/lib/reviews/model";

/** Just the fields that have to be changed, in the reviewer's words. */
export function Requests({ at, view }: { at: string; view: ApplicationView }) {
  const t = useTranslations("apply.requests");
  const fields = useTranslations("fields");
  const { partner, requests } = view;
  return (
    <Banner tone="you" title={t("title", { partner, count: requests.length })}>
      <ul className="flex flex-col gap-4">
        {requests.map((request) => (
          <li key={`${request.step} ${request.path} ${request.body}`}>
            <PageLink
              href={`${at}/${request.step}${request.path && `#${request.path}`}`}
              tone="inherit"
              className="font-medium"
            >
              {fields(nameOf(request))}
            </PageLink>
            <p className="whitespace-pre-line">{request.body}</p>
          </li>
        ))}
      </ul>
      <p>{t("rest")}</p>
    </Banner>
  );
}

/** The words that no field of the form shows beside itself. */
export function StepRequests({
  partner,
  requests,
}: {
  partner: string;
  requests: ChangeRequest[];
}) {
  const t = useTranslations("apply.requests");
  const fields = useTranslations("fields");
  const elsewhere = requests.filter(
    ({ step, path }) => step === "redirect-uris" || !fieldAt(step, path),
  );
  if (elsewhere.length === 0) return null;
  return (
    <Banner tone="you" title={t("elsewhere", { partner })}>
      {elsewhere.map((request) => (
        <p key={`${request.path} ${request.body}`} className="whitespace-pre-line">
          {t("about", { place: fields(nameOf(request)), body: request.body })}
        </p>
      ))}
    </Banner>
  );
}

function nameOf({ step, path }: ChangeRequest): NameKey {
  return placeName({ step, path }) ?? `sections.${step}`;
}
