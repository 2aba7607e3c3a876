import { type ButtonVariant, buttonLook } from "./button";
import { Link, type LinkProps } from "./link";

/** Goes somewhere and changes nothing; looks like a button. */
export function ButtonLink<R extends string>({
  variant = "primary",
  className,
  href,
  ...link
}: LinkProps<R> & { variant?: ButtonVariant }) {
  return <Link<R> {...link} href={href} className={buttonLook(variant, className)} />;
}
