import NextLink, { type LinkProps } from "next/link";

/** Another page of the portal. None is loaded ahead: each is made for the person who asks for it. */
export function Link<R extends string>({ href, ...link }: LinkProps<R>) {
  return <NextLink<R> {...link} href={href} prefetch={false} />;
}
