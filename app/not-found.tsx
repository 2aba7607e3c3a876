import { PageNotFound } from "@/components/frame/page-not-found";
import { Standalone } from "@/components/frame/standalone";

export default function NotFound() {
  return (
    <Standalone>
      <PageNotFound />
    </Standalone>
  );
}
