import { useTranslations } from "next-intl";
import { type AnswerRow, useAnswerRows } from "@/components/onboarding/answer-rows";
import { AnswerValues } from "@/components/onboarding/answer-values";
import { LogoPreview } from "@/components/onboarding/logo-preview";
import { Badge } from "@/components/ui/badge";
import { PencilLine } from "@/components/ui/icons";
import { Section } from "@/components/ui/section";
import { SummaryList } from "@/components/ui/summary-list";
import { Time } from "@/components/ui/time";
import { fieldAt, stepTitles } from "@/lib/fields/model";
import { type AnswerStep, answerSteps } from "@/lib/onboarding/model";
import { entriesAt, keyOf, type Place, placeOfRow, type ReviewView } from "@/lib/reviews/model";
import { valueText } from "./texts";
import { Thread } from "./thread";

type Props = {
  review: ReviewView;
  /** By the key of its place; null where nothing more can be said. */
  typed: Record<string, string> | null;
  errors: Record<string, string>;
};

/** All answers by section: who typed what, what is new, and what was said about it. */
export function ReviewedAnswers(props: Props) {
  const { review } = props;
  const t = useTranslations("review.answers");
  const answerRows = useAnswerRows();
  return (
    <div className="flex min-w-0 flex-col gap-12">
      {answerSteps.map((step) => (
        <Section key={step} title={stepTitles[step]}>
          {step === "logo" && review.logo && (
            <LogoPreview src={`/api/logos/${review.logo.sha256}`} bytes={review.logo.bytes} />
          )}
          <SummaryList
            items={answerRows(step, { ...review, requirements: [] }).map((row) => ({
              term: row.term,
              value: <Reviewed row={row} place={placeOfRow(step, row.path)} {...props} />,
            }))}
          />
          <ThreadAt
            place={{ step, path: "" }}
            label={t("section", { title: stepTitles[step] })}
            {...props}
          />
        </Section>
      ))}
    </div>
  );
}

function Reviewed({ row, place, ...props }: { row: AnswerRow; place: Place } & Props) {
  const t = useTranslations("review.answers");
  const { authors, before } = props.review;
  const [author] = entriesAt(authors, place)
    .map(({ value }) => value)
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <div id={keyOf(place)} tabIndex={-1} className="flex scroll-mt-4 flex-col items-start gap-1">
      <AnswerValues row={row} />
      <Changed was={entriesAt(before, place)} />
      {author && (
        <p className="text-muted text-sm">
          {t.rich("typedBy", {
            name: author.by ?? t("somebody"),
            at: author.at,
            time: () => <Time at={author.at} />,
          })}
        </p>
      )}
      <div className="w-full">
        <ThreadAt place={place} label={row.term} {...props} />
      </div>
    </div>
  );
}

/** Marks what is another answer than at the last decision. */
function Changed({ was }: { was: ReturnType<typeof entriesAt<ReviewView["before"][string]>> }) {
  const t = useTranslations("review.answers");
  const values = useTranslations("review.values");
  if (was.length === 0) return null;
  const fieldLabel = (step: AnswerStep, path: string) => fieldAt(step, path)?.label ?? t("whose");
  return (
    <div className="flex flex-col items-start gap-1 text-sm">
      <Badge tone="you" icon={<PencilLine />}>
        {t("changed")}
      </Badge>
      {was.map(({ step, path, value: before }) => {
        const value = valueText(before, values);
        return (
          <p key={path} className="text-muted">
            {was.length > 1
              ? t("fieldWas", { field: fieldLabel(step, path), value })
              : t("was", { value })}
          </p>
        );
      })}
    </div>
  );
}

function ThreadAt({
  place,
  label,
  review,
  typed,
  errors,
}: { place: Place; label: string } & Props) {
  const t = useTranslations("review.answers");
  const key = keyOf(place);
  const asks = t(review.submission.toCustomer ? "askCustomer" : "askForChange");
  return (
    <Thread
      place={place}
      label={label}
      comments={review.comments.filter((one) => keyOf(one) === key)}
      typed={typed ? (typed[key] ?? "") : undefined}
      error={errors[key]}
      asks={review.asked.includes(place.step) ? asks : null}
    />
  );
}
