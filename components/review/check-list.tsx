import { CircleCheck, TriangleAlert } from "@/components/ui/icons";
import { Section } from "@/components/ui/section";
import { PageLink } from "@/components/ui/text-link";
import { fieldAt, stepTitles } from "@/lib/fields/model";
import { type Finding, keyOf, placeLabel, placeOfRow, type ReviewCheck } from "@/lib/reviews/model";
import { checkTexts } from "./texts";

/** What was looked at by itself, and what it came to. */
export function CheckList({ checks }: { checks: ReviewCheck[] }) {
  return (
    <Section title="Automatic checks">
      <ul className="flex flex-col divide-y border-y">
        {checks.map(({ code, findings }) => (
          <li key={code} className="flex gap-2 py-3">
            <Mark found={findings.length > 0} />
            <div className="flex min-w-0 flex-col gap-1">
              <h3 className="text-base">{checkTexts[code].title}</h3>
              {findings.length === 0 && (
                <p className="text-muted text-sm">{checkTexts[code].fine}</p>
              )}
              {findings.map((finding) => (
                <p key={`${finding.path} ${finding.text}`} className="text-sm">
                  <FieldLink finding={finding} />: {finding.text}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Mark({ found }: { found: boolean }) {
  return found ? (
    <TriangleAlert className="mt-0.5 size-5 text-you" />
  ) : (
    <CircleCheck className="mt-0.5 size-5 text-done" />
  );
}

/** Leads to the answer on the same page. */
function FieldLink({ finding: { step, path } }: { finding: Finding }) {
  const place = placeOfRow(step, path.replace(/\.\d+$/, ""));
  const label = fieldAt(step, path)?.label ?? placeLabel(place) ?? stepTitles[step];
  return <PageLink href={`#${keyOf(place)}`}>{label}</PageLink>;
}
