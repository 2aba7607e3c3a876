import "server-only";
import { Body } from "@react-email/body";
import { Container } from "@react-email/container";
import { Head } from "@react-email/head";
import { Hr } from "@react-email/hr";
import { Html } from "@react-email/html";
import { Preview } from "@react-email/preview";
import { Address, Muted, Paragraph } from "./blocks";
import type { Letter } from "./letter";
import { darkColours, light } from "./looks";

/** What all mails have in common. It loads nothing from anywhere. */
export function Frame({ letter, partner }: { letter: Letter; partner: string }) {
  const { language, subject, hello, intro, body, why, stop } = letter;
  return (
    <Html lang={language}>
      <Head>
        <title>{subject}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{darkColours}</style>
      </Head>
      <Preview>{intro}</Preview>
      <Body className="page" style={{ margin: 0, padding: "24px 16px" }}>
        <Container style={{ maxWidth: "560px" }}>
          <p className="text" style={{ ...light.text, fontWeight: 600, margin: "0 0 24px" }}>
            {partner}
          </p>
          <Paragraph>{hello}</Paragraph>
          <Paragraph>{intro}</Paragraph>
          {body}
          {why && (
            <>
              <Hr className="line" style={{ ...light.line, margin: "32px 0 16px" }} />
              <Muted>{why}</Muted>
            </>
          )}
          {stop && <Address label={stop.label} href={stop.href} />}
        </Container>
      </Body>
    </Html>
  );
}
