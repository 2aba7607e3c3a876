import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { Section } from "@/components/ui/section";
import type { ReviewView } from "@/lib/reviews/model";

/** Whose customer it is: who may review is asked by name. */
export function Assignment({
  review: { assignee, people },
  userId,
  assign,
}: {
  review: Pick<ReviewView, "assignee" | "people">;
  userId: string;
  assign: (form: FormData) => Promise<void>;
}) {
  const t = useTranslations("review.assignment");
  return (
    <Section title={t("title")}>
      {/* Made anew when somebody else is chosen elsewhere: a choice of one's own is not kept over it. */}
      <form key={assignee?.id} action={assign} className="flex flex-col gap-3">
        <SelectField label={t("label")} name="assignee" defaultValue={assignee?.id ?? ""}>
          <option value="">{t("nobody")}</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {id === userId ? t("you", { name }) : name}
            </option>
          ))}
        </SelectField>
        <div>
          <Button variant="secondary">{t("assign")}</Button>
        </div>
      </form>
    </Section>
  );
}
