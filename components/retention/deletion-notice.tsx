import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Day } from "@/components/ui/time";

/** On every page of a draft that nobody works on, for its last month. */
export function DeletionNotice({
  deletesAt,
  keep,
}: {
  deletesAt: string | null;
  /** For who may work on it. */
  keep: (() => Promise<void>) | null;
}) {
  if (deletesAt === null) return null;
  return (
    <Banner
      tone="you"
      title={
        <>
          Will be deleted on <Day at={deletesAt} /> unless somebody works on it
        </>
      }
    >
      <p>Nobody has worked on this draft for a long time. Its answers are deleted with it.</p>
      {keep && (
        <form action={keep}>
          <Button variant="secondary">Keep it</Button>
        </form>
      )}
    </Banner>
  );
}
