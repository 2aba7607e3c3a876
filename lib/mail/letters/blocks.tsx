import "server-only";
import { Button } from "@react-email/button";
import { Link } from "@react-email/link";
import { Text } from "@react-email/text";
import { Fragment, type ReactNode } from "react";
import { light } from "./looks";

type Children = { children: ReactNode };

export function Paragraph({ children }: Children) {
  return (
    <Text className="text" style={{ ...light.text, margin: "0 0 16px" }}>
      {children}
    </Text>
  );
}

export function Muted({ children }: Children) {
  return (
    <Text className="muted" style={{ ...light.muted, margin: "0 0 16px" }}>
      {children}
    </Text>
  );
}

/** The one thing to do. The address is written out too, for those who look before they follow it. */
export function Action({ label, href }: { label: string; href: string }) {
  return (
    <>
      <p style={{ margin: "24px 0 16px" }} data-skip-in-text="true">
        <Button className="button" href={href} style={light.button}>
          {label}
        </Button>
      </p>
      <Address label={label} href={href} />
    </>
  );
}

export function Address({ label, href }: { label: string; href: string }) {
  return (
    <Muted>
      {label}
      <br />
      <Link className="link" href={href} style={light.link}>
        {href}
      </Link>
    </Muted>
  );
}

/** Large enough to be read at a glance and typed elsewhere. */
export function Code({ digits }: { digits: string }) {
  return (
    <Paragraph>
      <strong style={{ fontSize: "28px", letterSpacing: "4px", lineHeight: "40px" }}>
        {digits}
      </strong>
    </Paragraph>
  );
}

/** Somebody's own words, in the lines they were typed in. */
export function Quote({ text }: { text: string }) {
  return (
    <blockquote className="quote text" style={{ ...light.text, ...light.quote }}>
      <Lines text={text} />
    </blockquote>
  );
}

function Lines({ text }: { text: string }) {
  return text.split(/\r\n|\r|\n/).map((line, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a finished text stay where they are
    <Fragment key={place}>
      {place > 0 && <br />}
      {line}
    </Fragment>
  ));
}

export function List({ items }: { items: string[] }) {
  return (
    <ul className="text" style={{ ...light.text, margin: "0 0 16px", padding: "0 0 0 24px" }}>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
