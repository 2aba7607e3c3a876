import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { TextAreaField } from "@/components/ui/field";
import { Lock, MessageSquare, MessageSquarePlus } from "@/components/ui/icons";
import { Time } from "@/components/ui/time";
import { inSentence } from "@/lib/languages/model";
import { COMMENT_LENGTH_MAX, type CommentView, keyOf, type Place } from "@/lib/reviews/model";

type Props = {
  place: Place;
  label: string;
  comments: CommentView[];
  /** Typed and not added; undefined where comments are closed. */
  typed: string | undefined;
  error: string | undefined;
  /** Who reads a question, as the button says it; null where nobody would. */
  asks: string | null;
};

/** Everything said about one answer, and the place to say more. */
export function Thread({ place, label, comments, typed, error, asks }: Props) {
  const t = useTranslations("review.comments");
  return (
    <div className="flex flex-col gap-2">
      {comments.length > 0 && (
        <ul className="flex flex-col gap-2">
          {comments.map((comment) => (
            <Comment key={comment.id} comment={comment} label={label} open={typed !== undefined} />
          ))}
        </ul>
      )}
      {typed !== undefined && (
        <details open={typed !== "" || error !== undefined} className="min-w-0">
          <summary className="flex min-h-target w-fit cursor-pointer list-none items-center gap-1.5 rounded-control text-primary text-sm [&::-webkit-details-marker]:hidden">
            <MessageSquarePlus />
            <span className="underline underline-offset-4">
              {place.path === ""
                ? t("onSection")
                : t.rich("onField", { field: inSentence(label), hidden })}
              {comments.length > 0 && (
                <span className="sr-only"> {t("count", { count: comments.length })}</span>
              )}
            </span>
          </summary>
          <div className="flex flex-col gap-3 pt-2 pb-1">
            <TextAreaField
              // Empty again once it was added.
              key={comments.length}
              label={t("label", { field: inSentence(label) })}
              name={`comment:${keyOf(place)}`}
              defaultValue={typed}
              error={error}
              maxLength={COMMENT_LENGTH_MAX}
              rows={3}
            />
            <div className="flex flex-wrap gap-3">
              {asks && (
                <Button variant="secondary" name="intent" value={`ask:${keyOf(place)}`}>
                  {asks}
                </Button>
              )}
              <Button variant="secondary" name="intent" value={`note:${keyOf(place)}`}>
                <Lock />
                {t("addNote")}
              </Button>
            </div>
          </div>
        </details>
      )}
    </div>
  );
}

function Comment({
  comment: { id, body, internal, sent, by, at, removable },
  label,
  open,
}: {
  comment: CommentView;
  label: string;
  open: boolean;
}) {
  const t = useTranslations("review.comments");
  const look = internal ? "border-dashed border-control" : "bg-surface";
  return (
    <li className={`flex flex-col items-start gap-1 rounded-control border p-3 text-sm ${look}`}>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {internal ? (
          <Badge tone="neutral" icon={<Lock />}>
            {t("internal")}
          </Badge>
        ) : (
          <Badge tone="customer" icon={<MessageSquare />}>
            {t(sent ? "asked" : "notSent")}
          </Badge>
        )}
        <span className="text-muted">
          {t.rich("by", { name: by, at, time: () => <Time at={at} /> })}
        </span>
      </div>
      <p className="whitespace-pre-line">{body}</p>
      {open && removable && (
        <Button variant="plain" name="intent" value={`remove:${id}`} className="-mb-2 -ml-2">
          {t.rich("takeBack", { field: inSentence(label), hidden })}
        </Button>
      )}
    </li>
  );
}

function hidden(words: ReactNode): ReactNode {
  return <span className="sr-only">{words}</span>;
}
