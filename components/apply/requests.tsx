import { Banner } from "@/components/ui/banner";
import { PageLink } from "@/components/ui/text-link";
import type { ApplicationView, ChangeRequest } from "@/lib/applicants/model";
import { fieldAt, stepTitles } from "@/lib/fields/model";
import { placeLabel } from "@/lib/reviews/model";

/** Just the fields that have to be changed, in the reviewer's words. */
export function Requests({ at, view }: { at: string; view: ApplicationView }) {
  const { partner, requests } = view;
  return (
    <Banner tone="you" title={`${partner} asks you to change ${count(requests.length)}`}>
      <ul className="flex flex-col gap-4">
        {requests.map((request) => (
          <li key={`${request.step} ${request.path} ${request.body}`}>
            <PageLink
              href={`${at}/${request.step}${request.path && `#${request.path}`}`}
              tone="inherit"
              className="font-medium"
            >
              {requestLabel(request)}
            </PageLink>
            <p className="whitespace-pre-line">{request.body}</p>
          </li>
        ))}
      </ul>
      <p>Everything else stays as you submitted it. Then check and submit again.</p>
    </Banner>
  );
}

function requestLabel({ step, path }: ChangeRequest): string {
  return placeLabel({ step, path }) ?? stepTitles[step];
}

/** The words that no field of the form shows beside itself. */
export function StepRequests({
  partner,
  requests,
}: {
  partner: string;
  requests: ChangeRequest[];
}) {
  const elsewhere = requests.filter(
    ({ step, path }) => step === "redirect-uris" || !fieldAt(step, path),
  );
  if (elsewhere.length === 0) return null;
  return (
    <Banner tone="you" title={`${partner} asks`}>
      {elsewhere.map((request) => (
        <p key={`${request.path} ${request.body}`} className="whitespace-pre-line">
          {requestLabel(request)}: {request.body}
        </p>
      ))}
    </Banner>
  );
}

function count(requests: number): string {
  return requests === 1 ? "one answer" : `${requests} answers`;
}
