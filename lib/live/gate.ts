import "server-only";
import type { News } from "./model";

/**
 * Passes news on in order. What arrives while a gap is being closed waits for what was in the gap:
 * a point says that everything before it was heard.
 */
export function makeGate(pass: (news: News) => void) {
  let gaps = 0;
  let waiting: News[] = [];
  return {
    pass(news: News): void {
      if (gaps > 0) waiting.push(news);
      else pass(news);
    },
    async close(gap: () => Promise<News>): Promise<void> {
      gaps += 1;
      try {
        pass(await gap());
      } finally {
        gaps -= 1;
        if (gaps === 0) {
          const held = waiting;
          waiting = [];
          for (const news of held) pass(news);
        }
      }
    },
  };
}
