import "server-only";

/**
 * The bytes exactly as they came, or undefined when they are more than the limit. The rest is read
 * and let go: left where it is, it would stand before the next request of the same connection. A
 * body without end is cut off by the server, which gives a request five minutes.
 */
export async function readBody(request: Request, bytesMax: number): Promise<Buffer | undefined> {
  // Of a body that nobody began to read, Node lets go by itself.
  if (Number(request.headers.get("content-length") ?? 0) > bytesMax) return undefined;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length <= bytesMax) chunks.push(chunk);
  }
  return length <= bytesMax ? Buffer.concat(chunks) : undefined;
}
