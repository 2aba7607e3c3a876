/** What an open page hears: one customer changed, or something may have been missed. */
export type News = { customerId: string } | "refresh";

type Listener = (news: News) => void;

const listeners = new Set<Listener>();

/** Calls back for everything heard from now on, until the returned function is called. */
export function onNews(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function tellNews(news: News): void {
  for (const listener of listeners) listener(news);
}
