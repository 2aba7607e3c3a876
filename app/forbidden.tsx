import { NotAllowed } from "@/components/frame/not-allowed";
import { Standalone } from "@/components/frame/standalone";

export default function Forbidden() {
  return (
    <Standalone>
      <NotAllowed />
    </Standalone>
  );
}
