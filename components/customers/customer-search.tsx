"use client";

import { useRouter } from "next/navigation";
import {
  type FormEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  useTransition,
} from "react";
import { announce } from "@/components/frame/announce";
import { fromStart, readFilter } from "@/lib/portfolio/model";
import { areFiltersOpen, FILTERS, listAddress, withFilters } from "./list-address";

const PAUSE_MS = 250;

/**
 * The form above the list, and the list. While somebody types the list follows, and the fields stay
 * as they are; without JavaScript it is a form like any other.
 */
export function CustomerSearch({
  address,
  label,
  said,
  controls,
  children,
}: {
  /** Of the list as it is shown, from its beginning. */
  address: string;
  /** What is searched. */
  label: string;
  /** What is told of the result, such as "24 customers". */
  said: string;
  controls: ReactNode;
  children: ReactNode;
}) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<number>(undefined);
  const pressed = useRef<HTMLElement>(null);
  const [pending, startTransition] = useTransition();
  const [made, setMade] = useState(0);
  // An answer that comes while somebody types on is of a question nobody has any more: drawing it
  // would hold up the next key.
  const [typing, setTyping] = useState(false);
  const [shown, setShown] = useState(children);
  if (!typing && shown !== children) setShown(children);

  function follow() {
    setTyping(true);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      timer.current = undefined;
      go("replace");
    }, PAUSE_MS);
  }

  function go(how: "push" | "replace", asked = addressOf(form.current)) {
    startTransition(() => {
      setTyping(false);
      if (asked !== address) router[how](asked, { scroll: false });
    });
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    window.clearTimeout(timer.current);
    timer.current = undefined;
    const { submitter } = event.nativeEvent as SubmitEvent;
    pressed.current = submitter;
    go("push", addressOf(event.currentTarget, submitter));
  }

  // A link has led to another list: the fields are made anew from it.
  const settle = useEffectEvent(() => {
    if (timer.current === undefined && addressOf(form.current) !== address) setMade(made + 1);
  });
  const isFirst = useRef(true);
  const tell = useEffectEvent(() => {
    if (!isFirst.current) announce(said);
    isFirst.current = false;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is what has changed
  useEffect(() => {
    if (pending) return;
    settle();
    tell();
    keepFocus(form.current, pressed.current);
    pressed.current = null;
  }, [address, pending]);

  return (
    <>
      <form
        ref={form}
        action="/customers"
        aria-label={label}
        data-keeps-focus
        onInput={follow}
        onSubmit={submit}
      >
        <div key={made}>{controls}</div>
      </form>
      <div
        aria-busy={pending}
        // A layer of its own: dimmed and moved as a picture.
        className="flex flex-col gap-6 transition-opacity will-change-[transform,opacity] aria-busy:opacity-60"
      >
        {shown}
      </div>
    </>
  );
}

/** What the fields, and the button that was pressed, ask for, as an address. */
function addressOf(form: HTMLFormElement | null, submitter?: HTMLElement | null) {
  const fields = new FormData(form ?? undefined, submitter);
  const values = [...fields].map(([name, value]) => [name, String(value)]);
  const address = listAddress(fromStart(readFilter(Object.fromEntries(values))));
  return areFiltersOpen(fields.getAll(FILTERS)) ? withFilters(address) : address;
}

/** The button that opens the filters, or closes them, is gone with them. */
function keepFocus(form: HTMLFormElement | null, pressed: HTMLElement | null) {
  if (pressed && !pressed.isConnected) {
    form?.querySelector<HTMLElement>(`summary, [name="${FILTERS}"]`)?.focus();
  }
}
