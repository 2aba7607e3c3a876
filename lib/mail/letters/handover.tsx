import "server-only";
import type { SecretKind } from "@/lib/secrets/model";
import { Action, Code, List, Paragraph } from "./blocks";
import { type Reader, wordsOf } from "./customer";
import type { Letter } from "./letter";

/** What is known of a hand-over link when a mail about it is made. */
export type Handover = Reader & { kinds: SecretKind[]; expiresAt: Date; url: string };

export function handoverLetter(handover: Handover): Letter {
  const { texts, names, day, language, hello } = wordsOf(handover);
  const { subject, intro, action, once, works, why } = texts.handover;
  return {
    ...{ language, hello },
    subject: subject(names),
    intro: intro(names),
    body: (
      <>
        <Kinds handover={handover} />
        <Paragraph>{once}</Paragraph>
        <Action label={action} href={handover.url} />
        <Paragraph>{works(names, day(handover.expiresAt))}</Paragraph>
      </>
    ),
    why: why(names),
  };
}

/** Without a link: the code belongs into the page that is open already. */
export function handoverCodeLetter(handover: Handover, code: string): Letter {
  const { texts, names, language, hello } = wordsOf(handover);
  const { works, notYou } = texts.deviceCode;
  return {
    ...{ language, hello },
    subject: texts.handoverCode.subject(code, names),
    intro: texts.handoverCode.intro(names),
    body: (
      <>
        <Code digits={code} />
        <Paragraph>{works}</Paragraph>
        <Paragraph>{notYou(names)}</Paragraph>
      </>
    ),
  };
}

export function handoverReceiptLetter(handover: Handover, receivedAt: Date): Letter {
  const { texts, names, language, hello } = wordsOf(handover);
  const { subject, intro, gone, notYou } = texts.handoverReceipt;
  return {
    ...{ language, hello },
    subject: subject(names),
    intro: intro(names, momentIn(language, receivedAt)),
    body: (
      <>
        <Kinds handover={handover} />
        <Paragraph>{gone(names)}</Paragraph>
        <Paragraph>{notYou(names)}</Paragraph>
      </>
    ),
  };
}

function Kinds({ handover }: { handover: Handover }) {
  const { texts } = wordsOf(handover);
  return <List items={handover.kinds.map((kind) => texts.secrets[kind])} />;
}

function momentIn(language: string, at: Date): string {
  const shape = { dateStyle: "long", timeStyle: "short", timeZone: "UTC" } as const;
  return `${new Intl.DateTimeFormat(language, shape).format(at)} UTC`;
}
