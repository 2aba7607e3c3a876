/** A name with what a search found in it marked. */
export function Highlight({ text, search }: { text: string; search: string }) {
  const words = search.split(/\s+/).map(fold).filter(Boolean);
  if (words.length === 0) return text;
  let at = 0;
  return splitAtMatches(text, words).map(({ part, found }) => {
    const key = at;
    at += part.length;
    return found ? <mark key={key}>{part}</mark> : part;
  });
}

type Part = { part: string; found: boolean };

/** A match begins a word, as it does in the search itself; case and accents make no difference. */
export function splitAtMatches(text: string, words: string[]): Part[] {
  return text.split(/(?<=[^\p{L}\p{N}\p{M}])(?=[\p{L}\p{N}])/u).flatMap((word): Part[] => {
    const length = Math.max(0, ...words.map((searched) => lengthOfMatch(word, searched)));
    const parts = [
      { part: word.slice(0, length), found: true },
      { part: word.slice(length), found: false },
    ];
    return parts.filter(({ part }) => part !== "");
  });
}

/** How much of a word, as written, a folded search covers; 0 where it is not what the word begins with. */
function lengthOfMatch(word: string, searched: string): number {
  if (!fold(word).startsWith(searched)) return 0;
  let length = 0;
  for (const letter of word) {
    if (fold(word.slice(0, length)).length >= searched.length) break;
    length += letter.length;
  }
  return length;
}

function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
}
