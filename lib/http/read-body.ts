import "server-only";

/** The bytes exactly as they came, or undefined once they exceed the limit (the rest is not read). */
export async function readBody(request: Request, bytesMax: number): Promise<Buffer | undefined> {
  if (Number(request.headers.get("content-length") ?? 0) > bytesMax) return undefined;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > bytesMax) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
