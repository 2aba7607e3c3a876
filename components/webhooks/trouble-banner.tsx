import { Banner } from "@/components/ui/banner";
import { formatCount } from "@/components/ui/counts";
import { TextLink } from "@/components/ui/text-link";

/** Genuine webhooks that this server turned away; nothing while there are few. */
export function SignatureTrouble({ rejected }: { rejected: number }) {
  if (rejected === 0) return null;
  return (
    <Banner tone="you" title="Bank updates may be late">
      <p>
        {formatCount(rejected)} webhooks failed verification. We check with Plaid regularly
        meanwhile.{" "}
        <TextLink tone="inherit" href="/admin/webhooks?verdict=rejected">
          See log
        </TextLink>
      </p>
    </Banner>
  );
}
