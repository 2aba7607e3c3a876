import "server-only";
import type { NameKey } from "@/lib/fields/model";
import { type Place, placeName } from "@/lib/reviews/model";
import { Action, Paragraph, Quote } from "./blocks";
import { type Invitation, wordsOf } from "./customer";
import type { Letter } from "./letter";

/** What somebody asks to be changed; an empty path means the section as a whole. */
export type Remark = Place & { body: string };

type Decision = { reviewer: string; reason: string };

export function changesRequestedLetter(
  invitation: Invitation,
  { reviewer, reason, remarks }: Decision & { remarks: Remark[] },
): Letter {
  const { texts, names, day, called, language, hello } = wordsOf(invitation, reviewer);
  const { subject, intro, rest, action } = texts.changesRequested;
  return {
    ...{ language, hello },
    subject: subject(names),
    intro: intro(names),
    body: (
      <>
        {remarks.map(({ step, path, body }) => (
          <div key={`${step} ${path} ${body}`}>
            <Paragraph>
              <strong>{titleOf({ step, path }, called)}</strong>
            </Paragraph>
            <Quote text={body} />
          </div>
        ))}
        {reason && <Quote text={reason} />}
        <Action label={action} href={invitation.url} />
        <Paragraph>{`${rest} ${texts.works(day(invitation.expiresAt))}`}</Paragraph>
      </>
    ),
    why: texts.why({ ...names, sender: invitation.sender }),
  };
}

export function approvedLetter(invitation: Invitation, { reviewer }: Decision): Letter {
  const { texts, names, language, hello } = wordsOf(invitation, reviewer);
  const { subject, intro, action } = texts.approved;
  return {
    ...{ language, hello },
    subject: subject(names),
    intro: intro(names),
    body: <Action label={action} href={invitation.url} />,
    why: texts.why({ ...names, sender: invitation.sender }),
  };
}

/** Without a link: it ended with the decision. */
export function rejectedLetter(invitation: Invitation, { reviewer, reason }: Decision): Letter {
  const { texts, names, language, hello } = wordsOf(invitation, reviewer);
  const { subject, intro, questions } = texts.rejected;
  return {
    ...{ language, hello },
    subject: subject(names),
    intro: intro(names),
    body: (
      <>
        <Paragraph>{texts.writes(reviewer)}</Paragraph>
        <Quote text={reason} />
        <Paragraph>{questions(names)}</Paragraph>
      </>
    ),
    why: texts.why({ ...names, sender: invitation.sender }),
  };
}

type Submission = { submitter: string; reference: string; at: Date };

export function receiptLetter(
  invitation: Invitation,
  { submitter, reference, at }: Submission,
): Letter {
  const { texts, names, day, language, hello } = wordsOf(invitation, submitter);
  const { subject, intro, reference: label, next } = texts.receipt;
  return {
    ...{ language, hello },
    subject: subject(names, reference),
    intro: intro(names, day(at)),
    body: (
      <>
        <Paragraph>
          <strong>{label(reference)}</strong>
        </Paragraph>
        <Paragraph>{next(names)}</Paragraph>
        <Action label={texts.approved.action} href={invitation.url} />
      </>
    ),
    why: texts.why({ ...names, sender: invitation.sender }),
  };
}

/** "Website (Company)", and a section of one field by that alone. */
function titleOf(place: Place, called: (name: NameKey) => string): string {
  const section = called(`sections.${place.step}`);
  const name = called(placeName(place) ?? `sections.${place.step}`);
  return name === section ? section : `${name} (${section})`;
}
