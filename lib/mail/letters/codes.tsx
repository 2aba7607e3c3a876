import "server-only";
import { Action, Code, Paragraph } from "./blocks";
import { type Invitation, wordsOf } from "./customer";
import type { Letter } from "./letter";

/** Without a link: the code belongs into the page that is open already. */
export function deviceCodeLetter(invitation: Invitation, code: string): Letter {
  const { texts, names, language, hello } = wordsOf(invitation);
  const { subject, intro, works, notYou } = texts.deviceCode;
  return {
    ...{ language, hello },
    subject: subject(code, names),
    intro: intro(names),
    body: (
      <>
        <Code digits={code} />
        <Paragraph>{works}</Paragraph>
        <Paragraph>{notYou(names)}</Paragraph>
      </>
    ),
  };
}

export function signInLetter({ email, url }: { email: string; url: string }): Letter {
  return {
    language: "en",
    subject: "Your sign-in link for Vestibule",
    hello: "Hello,",
    intro: `Somebody, most likely you, asked to sign in to Vestibule as ${email}.`,
    body: (
      <>
        <Action label="Sign in to Vestibule" href={url} />
        <Paragraph>
          The link works once and for 15 minutes. If you did not ask for it, there is nothing to do:
          nobody is signed in without opening it.
        </Paragraph>
      </>
    ),
  };
}
