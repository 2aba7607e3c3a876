import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Messages, NamespaceKeys, NestedKeyOf } from "use-intl/core";

export type Namespace = NamespaceKeys<Messages, NestedKeyOf<Messages>>;

/** Gives the client components below it the texts they use; server components have them all. */
export async function Texts({ of, children }: { of: Namespace[]; children: ReactNode }) {
  const messages = pick(await getMessages(), of);
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}

type Tree = { [key: string]: Tree };

/** `["steps.company"]` of a tree is that tree with nothing else in it. */
function pick(messages: object, paths: string[]): Tree {
  const picked: Tree = {};
  for (const path of paths) {
    const names = path.split(".");
    let from = messages as Tree;
    let to = picked;
    for (const [depth, name] of names.entries()) {
      from = from[name] ?? {};
      to[name] = depth === names.length - 1 ? from : { ...to[name] };
      to = to[name] ?? {};
    }
  }
  return picked;
}
