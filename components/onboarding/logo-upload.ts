import type { LogoProblem, StoredLogo } from "@/lib/logos/model";

export type UploadFailure =
  | "cancelled"
  | "network"
  | "busy"
  | "signed_out"
  | "forbidden"
  | "not_found"
  | "already_sent";

export type UploadOutcome =
  | { outcome: "stored"; logo: StoredLogo }
  | { outcome: "refused"; problem: LogoProblem }
  | { outcome: "failed"; why: UploadFailure };

const failures: Record<number, UploadFailure> = {
  401: "signed_out",
  403: "forbidden",
  404: "not_found",
  409: "already_sent",
  503: "busy",
};

/**
 * Sends a logo by a request of its own. Never rejects. `fetch` cannot tell how much has been sent,
 * so this is an `XMLHttpRequest`.
 *
 * @param onProgress percent of what is to be sent.
 */
export function uploadLogo(
  to: string,
  image: Blob,
  { onProgress, signal }: { onProgress: (percent: number) => void; signal: AbortSignal },
): Promise<UploadOutcome> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) => onProgress((loaded / total) * 100);
    request.onload = () => resolve(read(request, image));
    request.onerror = () => resolve({ outcome: "failed", why: "network" });
    request.onabort = () => resolve({ outcome: "failed", why: "cancelled" });
    signal.addEventListener("abort", () => request.abort());
    request.open("POST", to);
    request.setRequestHeader("content-type", "image/png");
    request.responseType = "json";
    request.send(image);
  });
}

/** Answers are the portal's own; an answer of something in between is none. */
function read({ status, response }: XMLHttpRequest, image: Blob): UploadOutcome {
  if (status === 201 && response) return { outcome: "stored", logo: response as StoredLogo };
  if (status === 422 && response) return { outcome: "refused", problem: response as LogoProblem };
  if (status === 413) {
    return { outcome: "refused", problem: { code: "too_large", bytes: image.size } };
  }
  return { outcome: "failed", why: failures[status] ?? "network" };
}
