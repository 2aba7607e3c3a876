import { useRouter } from "next/navigation";
import { useCallback, useState } from "react";

/** A key for what shows a secret, and what changes it: nothing of the secret stays in the page then. */
export function useRound(): [round: number, hide: () => void] {
  const [round, setRound] = useState(0);
  const { refresh } = useRouter();
  const hide = useCallback(() => {
    setRound((last) => last + 1);
    refresh();
  }, [refresh]);
  return [round, hide];
}
