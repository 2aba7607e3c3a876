/** Not `URL.canParse`: once it is hot, Node 20's refuses every address with a letter beyond Latin-1. */
export function isUrl(text: string): boolean {
  try {
    new URL(text);
    return true;
  } catch {
    return false;
  }
}
