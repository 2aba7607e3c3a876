import { Badge } from "@/components/ui/badge";
import { describeStatus } from "@/lib/statuses/model";

export function StatusBadge({ status }: { status: string }) {
  const { label, tone } = describeStatus(status);
  return <Badge tone={tone}>{label}</Badge>;
}
