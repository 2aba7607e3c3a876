import { ActivityFilter } from "@/components/activity/activity-filter";
import { FieldEdits } from "@/components/activity/field-edits";
import { Timeline } from "@/components/activity/timeline";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { Chip } from "@/components/ui/chip";
import { Disclosure, DisclosureButton } from "@/components/ui/disclosure";
import { EmptyState } from "@/components/ui/empty-state";
import * as icons from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { LinkTabs } from "@/components/ui/link-tabs";
import { LogoImage } from "@/components/ui/logo-image";
import { Pagination } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { SummaryList } from "@/components/ui/summary-list";
import { NewTabLink, PageLink, TextLink } from "@/components/ui/text-link";
import { Day, Time } from "@/components/ui/time";
import { ToneIcon } from "@/components/ui/tone";
import type { ActivityEntry } from "@/lib/activity/model";
import type { Tone } from "@/lib/statuses/model";
import { LONG_NAME, minutesAgo } from "./samples";
import { Room, Specimen } from "./specimen";

const tones: Tone[] = ["neutral", "you", "customer", "plaid", "done", "blocked"];

export function Texts() {
  return (
    <Room title="Texts">
      <Marks />
      <Specimen of="Banner">
        {tones.map((tone) => (
          <Banner key={tone} tone={tone} title={`A banner of the tone “${tone}”`}>
            <p>One thing to know about the whole page, and what to do about it.</p>
            <p>
              <TextLink tone="inherit" href="/">
                A link in it
              </TextLink>
            </p>
          </Banner>
        ))}
        <Banner tone="you" title="A title and nothing more" />
      </Specimen>
      <Links />
      <Specimen of="Section, SummaryList">
        <Section title="A section" beside={<TextLink href="/">Beside its title</TextLink>}>
          <SummaryList
            items={[
              { term: "Company name", value: "Harbor Pay" },
              { term: "Legal entity name", value: LONG_NAME },
              {
                term: "Website",
                value: "https://harbor.example",
                action: <TextLink href="/">Change website</TextLink>,
              },
            ]}
          />
        </Section>
      </Specimen>
      <Specimen of="EmptyState">
        <EmptyState title="The queue is empty" />
        <EmptyState title="No customers match status “Denied by Plaid”">
          <TextLink href="/">Clear filters</TextLink>
        </EmptyState>
      </Specimen>
      <Specimen of="Disclosure">
        <Disclosure summary="Closed">
          <p>Nobody reads this at first.</p>
        </Disclosure>
        <Disclosure summary="Open" open>
          <p>The rest of the story.</p>
        </Disclosure>
      </Specimen>
      <Specimen of="DisclosureButton">
        <DisclosureButton name="shown" value="yes">
          {LONG_NAME}
        </DisclosureButton>
      </Specimen>
      <Activity />
    </Room>
  );
}

function Marks() {
  return (
    <>
      <Specimen of="Badge">
        <div className="flex flex-wrap gap-3">
          {tones.map((tone) => (
            <Badge key={tone} tone={tone}>
              Tone {tone}
            </Badge>
          ))}
          <Badge tone="blocked">A badge of so many words that it takes two lines at 320 px</Badge>
        </div>
      </Specimen>
      <Specimen of="Icons">
        <div className="flex flex-wrap gap-3">
          {Object.entries(icons).map(([name, Icon]) => (
            <Icon key={name} />
          ))}
        </div>
      </Specimen>
      <Specimen of="Chip, ToneIcon, Time, Day, LogoImage">
        <div className="flex flex-wrap gap-3">
          <Chip>Public</Chip>
          <Chip icon={<icons.Eye className="size-3.5" />}>With an icon</Chip>
          {tones.map((tone) => (
            <ToneIcon key={tone} tone={tone} />
          ))}
          <Time at={minutesAgo(0)} />
          <Time at={minutesAgo(90)} />
          <Time at={minutesAgo(50_000)} />
          <Time at={null} fallback="Never" />
          <Day at={minutesAgo(50_000)} />
          <LogoImage src="/icon.svg" alt="" edge={48} className="rounded-control border" />
        </div>
      </Specimen>
    </>
  );
}

function Links() {
  return (
    <>
      <Specimen of="Link, TextLink, PageLink, NewTabLink">
        <p>
          A <TextLink href="/">link in the run of a text</TextLink>, one that{" "}
          <PageLink href="#empty">loads its page anew</PageLink> and{" "}
          <NewTabLink href="https://dashboard.plaid.com">one that leaves</NewTabLink>.
        </p>
        <Link href="/" className="card block hover:bg-surface">
          A link that is a card
        </Link>
      </Specimen>
      <Specimen of="LinkTabs">
        <LinkTabs
          label="Sample tabs"
          tabs={[
            { href: "/", label: "All", count: "1,204", current: true },
            { href: "/", label: "Needs you", count: "10", current: false },
            { href: "/", label: "With Plaid or banks", count: "0", current: false },
          ]}
        />
      </Specimen>
      <Specimen of="Pagination">
        <Pagination previous="/" next="/" />
        <Pagination previous={null} next={null} />
      </Specimen>
    </>
  );
}

function Activity() {
  const entries: ActivityEntry[] = [1, 5, 2_000].map((minutes) => ({
    id: `${minutes}`,
    at: minutesAgo(minutes),
    source: minutes > 1_000 ? "person" : "webhook",
    actor: minutes > 1_000 ? "Mira Okafor" : LONG_NAME,
    action: minutes > 1_000 ? "onboarding.step_saved" : "customer.enabled",
    details: {},
    edits:
      minutes > 1_000
        ? [
            { step: "company", path: "website", before: "", after: `https://${LONG_NAME}.example` },
            { step: "contacts", path: "technical.use", before: "ours", after: "theirs" },
            { step: "support", path: "email", before: null, after: null },
          ]
        : [],
  }));
  return (
    <>
      <Specimen of="ActivityFilter">
        <ActivityFilter path="/customers" kind="bank" search={LONG_NAME} />
      </Specimen>
      <Specimen of="Timeline">
        <Timeline entries={entries} path="/customers" />
      </Specimen>
      <Specimen of="FieldEdits">
        <FieldEdits edits={entries.flatMap(({ edits }) => edits)} />
      </Specimen>
    </>
  );
}
