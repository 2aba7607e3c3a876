import "server-only";
import { Link } from "@react-email/link";
import { aRole, type Role, roleMeanings } from "@/lib/auth/model";
import { Action, Paragraph } from "./blocks";
import type { Letter } from "./letter";
import { light } from "./looks";

const days = new Intl.DateTimeFormat("en", { dateStyle: "long", timeZone: "UTC" });

type Joining = {
  name: string;
  inviter: string;
  role: Role;
  url: string;
  endsAt: Date;
};

export function teamInvitationLetter({ name, inviter, role, url, endsAt }: Joining): Letter {
  return {
    language: "en",
    subject: `${inviter} invited you to the team`,
    hello: `Hello ${name},`,
    intro: `${inviter} invited you to Vestibule, the portal your team onboards its end customers with.`,
    body: (
      <>
        <Paragraph>{`You join as ${aRole(role)}. ${roleMeanings[role]}.`}</Paragraph>
        <Action label="Join the team" href={url} />
        <Paragraph>
          {`The link works once, until ${days.format(endsAt)}. Afterwards you sign in with your email address, without a password.`}
        </Paragraph>
      </>
    ),
    why: `You get this mail because ${inviter} entered your address. Without opening the link, nothing happens.`,
  };
}

type NewRole = { name: string; by: string; role: Role; href: string };

export function roleChangedLetter({ name, by, role, href }: NewRole): Letter {
  return {
    language: "en",
    subject: `You are ${aRole(role)} now`,
    hello: `Hello ${name},`,
    intro: `${by} changed your role: you are ${aRole(role)} now.`,
    body: (
      <>
        <Paragraph>{`${roleMeanings[role]}.`}</Paragraph>
        <Action label="See what each role may do" href={href} />
      </>
    ),
    why: "You get this mail because your role in the team has changed.",
  };
}

type Stop = Pick<NonNullable<Letter["stop"]>, "href" | "post">;

type Turn = {
  name: string;
  company: string;
  /** Its status, and what that means. */
  label: string;
  meaning: string;
  /** What is to be done first. */
  next: string;
  action: { label: string; href: string };
};

export function yourTurnLetter(turn: Turn, stop: Stop): Letter {
  const { name, company, label, meaning, next, action } = turn;
  return {
    language: "en",
    subject: `Your turn: ${company} – ${label}`,
    hello: `Hello ${name},`,
    intro: `It is your turn with ${company}.`,
    body: (
      <>
        <Paragraph>
          <strong>{label}</strong>
          <br />
          {`${meaning}.`}
        </Paragraph>
        {next !== meaning && <Paragraph>{`Next: ${next}.`}</Paragraph>}
        <Action {...action} />
      </>
    ),
    why: "You get this mail because this customer is assigned to you, or you started it.",
    stop: { label: "No more mails when it is your turn", ...stop },
  };
}

type Waiting = { company: string; label: string; line: string; href: string };

type Digest = {
  name: string;
  /** How many customers wait for the team, and the first of them. */
  yours: number;
  first: Waiting[];
  withCustomers: number;
  withPlaid: number;
  href: string;
};

export function digestLetter(digest: Digest, stop: Stop): Letter {
  const { name, yours, first, withCustomers, withPlaid, href } = digest;
  const rest = yours - first.length;
  return {
    language: "en",
    subject: yours === 1 ? "1 customer needs you" : `${yours} customers need you`,
    hello: `Hello ${name},`,
    intro:
      yours === 1
        ? "One customer waits for your team."
        : `${yours} customers wait for your team. Yours come first, then who waits longest.`,
    body: (
      <>
        {first.map((customer) => (
          <Customer key={customer.href} {...customer} />
        ))}
        {rest > 0 && <Paragraph>{`And ${rest} more.`}</Paragraph>}
        <Paragraph>
          {`Filling in their part: ${withCustomers}. With Plaid or a bank: ${withPlaid}.`}
        </Paragraph>
        <Action label="See everything that needs you" href={href} />
      </>
    ),
    why: "You get this mail because you asked for a daily digest.",
    stop: { label: "No more digests", ...stop },
  };
}

type Ending = {
  name: string;
  /** `deletesAt` is ISO 8601. */
  drafts: { company: string; deletesAt: string; href: string }[];
  /** How many there are beside those. */
  more: number;
};

/** It cannot be stopped: what it says is lost otherwise. */
export function draftsEndLetter({ name, drafts, more }: Ending): Letter {
  const count = drafts.length + more;
  const [first] = drafts;
  return {
    language: "en",
    subject:
      count === 1 && first
        ? `${first.company} will be deleted on ${days.format(new Date(first.deletesAt))}`
        : `${count} drafts will be deleted soon`,
    hello: `Hello ${name},`,
    intro:
      count === 1
        ? "Nobody has worked on this draft for a long time. It will be deleted with all of its answers."
        : "Nobody has worked on these drafts for a long time. They will be deleted with all of their answers.",
    body: (
      <>
        {drafts.map(({ company, deletesAt, href }) => (
          <Paragraph key={href}>
            <Link className="link" href={href} style={{ ...light.link, fontWeight: 600 }}>
              {company}
            </Link>
            <br />
            {`Deleted on ${days.format(new Date(deletesAt))} unless somebody works on it.`}
          </Paragraph>
        ))}
        {more > 0 && <Paragraph>{`And ${more} more.`}</Paragraph>}
        <Paragraph>To keep a draft, open it and press “Keep it”, or just go on with it.</Paragraph>
      </>
    ),
    why: "You get this mail because these drafts are assigned to you, or you started them, or whoever did is suspended.",
  };
}

function Customer({ company, label, line, href }: Waiting) {
  return (
    <Paragraph>
      <Link className="link" href={href} style={{ ...light.link, fontWeight: 600 }}>
        {company}
      </Link>
      <br />
      {`${label}. ${line}.`}
    </Paragraph>
  );
}
