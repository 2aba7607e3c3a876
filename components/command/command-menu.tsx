"use client";

import type { Route } from "next";
import { type KeyboardEvent, startTransition, useRef, useState } from "react";
import { FOUND_MAX } from "@/lib/customers/model";
import texts from "@/lib/languages/messages/en/staff/command.json";
import type { Means } from "./answer";
import { type Command, commandsFor, matching } from "./commands";
import { CustomerOption, Option, OptionGroup } from "./options";
import { Sheet } from "./sheet";
import { type Search, useCustomerSearch } from "./use-customer-search";

type Props = Omit<Means, "show"> & { close: () => void };

const LIST = "commands";
const words = texts.menu;

/** Finds customers, pages and actions by typing. Whatever it leads to can be reached without it. */
export function CommandMenu({ role, act, go, close }: Props) {
  const [typed, setTyped] = useState("");
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const search = useCustomerSearch(typed);
  const { pages, actions } = commandsFor(role);
  const groups = [
    { title: words.pages, commands: matching(pages, typed) },
    { title: words.actions, commands: matching(actions, typed) },
  ];
  const commands = groups.flatMap((group) => group.commands);
  const count = search.found.length + commands.length;
  const current = Math.min(active, count - 1);

  function choose(place: number) {
    const customer = search.found[place];
    const command = commands[place - search.found.length];
    close();
    if (customer) go(customer.home as Route);
    else if (command) run(command);
  }

  function run(command: Command) {
    if ("to" in command) go(command.to);
    else startTransition(() => act[command.act]());
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && count > 0) {
      event.preventDefault();
      const next = (current + step + count) % count;
      setActive(next);
      list.current?.querySelectorAll("[role=option]")[next]?.scrollIntoView({ block: "nearest" });
    }
    if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      if (current >= 0) choose(current);
    }
  }

  const optionProps = (place: number) => ({
    id: `${LIST}-${place}`,
    active: place === current,
    choose: () => choose(place),
    point: () => setActive(place),
  });

  return (
    <Sheet title={words.title} titleHidden close={close}>
      <input
        role="combobox"
        aria-label={words.search}
        aria-expanded="true"
        aria-controls={LIST}
        aria-autocomplete="list"
        aria-activedescendant={current >= 0 ? `${LIST}-${current}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={words.search}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        className="min-h-control w-full border-b bg-page px-4 py-3 text-base text-ink focus-visible:-outline-offset-2"
      />
      <div
        ref={list}
        id={LIST}
        role="listbox"
        aria-label={words.found}
        aria-busy={search.state === "searching"}
        className="overflow-y-auto p-2 empty:hidden"
      >
        {search.found.length > 0 && (
          <OptionGroup title={words.customers}>
            {search.found.map((customer, place) => (
              <CustomerOption key={customer.id} customer={customer} {...optionProps(place)} />
            ))}
          </OptionGroup>
        )}
        {groups.map(
          ({ title, commands: members }) =>
            members.length > 0 && (
              <OptionGroup key={title} title={title}>
                {members.map((command) => (
                  <Option
                    key={command.label}
                    {...optionProps(search.found.length + commands.indexOf(command))}
                  >
                    {command.label}
                  </Option>
                ))}
              </OptionGroup>
            ),
        )}
      </div>
      <p role="status" className="max-w-none border-t px-4 py-2 text-muted text-sm">
        {described(search, commands.length)}
      </p>
    </Sheet>
  );
}

function described({ state, found }: Search, commands: number): string {
  if (state === "idle") return words.idle;
  if (state === "failed") return words.failed;
  if (state === "searching") return words.searching;
  if (found.length === 0 && commands === 0) return words.nothing;
  if (found.length === 1) return words.one;
  const sentence = found.length === FOUND_MAX ? words.most : words.other;
  return sentence.replace("#", String(found.length));
}
