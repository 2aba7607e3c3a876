import "server-only";
import { Action, List, Paragraph, Quote } from "./blocks";
import { type Invitation, wordsOf } from "./customer";
import type { Letter } from "./letter";

export function invitationLetter(invitation: Invitation): Letter {
  const { texts, names, language, hello } = wordsOf(invitation);
  const { subject, intro, action } = texts.invitation;
  return {
    ...{ language, hello },
    subject: subject(names),
    intro: intro(names),
    body: (
      <>
        <Request invitation={invitation} />
        <Action label={action} href={invitation.url} />
        <AboutLink invitation={invitation} />
        <Paragraph>{texts.passOn}</Paragraph>
      </>
    ),
    why: texts.why(names),
  };
}

/** From somebody of the customer's own, who passed a section on. */
export function forwardedLetter(invitation: Invitation): Letter {
  const { texts, names, language, hello } = wordsOf(invitation);
  const { subject, intro } = texts.forwarded;
  return {
    ...{ language, hello },
    subject: subject(names),
    intro: intro(names),
    body: (
      <>
        <Request invitation={invitation} />
        <Action label={texts.invitation.action} href={invitation.url} />
        <AboutLink invitation={invitation} />
      </>
    ),
    why: texts.why(names),
  };
}

/** Asked for on the page of a link that had ended. */
export function newLinkLetter(invitation: Invitation): Letter {
  const { texts, names, language, hello } = wordsOf(invitation);
  const { subject, intro, action } = texts.newLink;
  return {
    ...{ language, hello },
    subject: subject(names),
    intro: intro(names),
    body: (
      <>
        <Action label={action} href={invitation.url} />
        <AboutLink invitation={invitation} />
      </>
    ),
    why: texts.why(names),
  };
}

/** @param stop where reminders about this invitation end. */
export function reminderLetter(
  invitation: Invitation,
  stop: Pick<NonNullable<Letter["stop"]>, "href" | "post">,
): Letter {
  const { texts, names, day, language, hello } = wordsOf(invitation);
  const { subject, intro, stop: label } = texts.reminder;
  const { dueOn } = invitation;
  return {
    ...{ language, hello },
    subject: subject(names),
    intro: intro(names),
    body: (
      <>
        {dueOn && <Paragraph>{texts.due(names, day(dueOn))}</Paragraph>}
        <Action label={texts.newLink.action} href={invitation.url} />
        <AboutLink invitation={invitation} />
      </>
    ),
    why: texts.why(names),
    stop: { label, ...stop },
  };
}

/** What is asked for, until when, and in whose words. */
function Request({ invitation }: { invitation: Invitation }) {
  const { texts, names, day, called } = wordsOf(invitation);
  const { steps, dueOn, message, greeting } = invitation;
  return (
    <>
      {greeting && <Paragraph>{greeting}</Paragraph>}
      <Paragraph>{texts.askedFor}</Paragraph>
      <List items={steps.map((step) => called(`sections.${step}`))} />
      {dueOn && <Paragraph>{texts.due(names, day(dueOn))}</Paragraph>}
      {message.trim() && (
        <>
          <Paragraph>{texts.writes(names.sender)}</Paragraph>
          <Quote text={message.trim()} />
        </>
      )}
    </>
  );
}

function AboutLink({ invitation }: { invitation: Invitation }) {
  const { texts, names, day } = wordsOf(invitation);
  return <Paragraph>{`${texts.works(day(invitation.expiresAt))} ${texts.code(names)}`}</Paragraph>;
}
