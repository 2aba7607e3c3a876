import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LiveArea } from "@/app/(portal)/live-area";
import { BanksTable } from "@/components/institutions/banks-table";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Pagination } from "@/components/ui/pagination";
import { requireStaff } from "@/lib/auth/session";
import { listBanks } from "@/lib/institutions/portfolio";
import { readParameter } from "@/lib/period/model";
import { readPage } from "./read-query";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("banks.page");
  return { title: t("title") };
}

export default async function BanksPage({ searchParams }: PageProps<"/banks">) {
  const staff = await requireStaff("customer.read");
  const t = await getTranslations("banks.page");
  const query = await searchParams;
  const search = readParameter(query, "q") ?? "";
  const page = readPage(query);
  const { banks, more } = await listBanks(staff, { search, page });
  const addressOf = (to: number) =>
    `/banks?${new URLSearchParams({ q: search, page: String(to) })}`;
  return (
    <LiveArea shows="*" className="flex flex-col gap-6">
      <div className="flex flex-col gap-2">
        <h1>{t("title")}</h1>
        <p className="max-w-reading text-muted">{t("about")}</p>
      </div>
      <form action="/banks" className="flex flex-wrap items-end gap-3">
        <Field label={t("search")} name="q" defaultValue={search} type="search" />
        <Button variant="secondary">{t("find")}</Button>
      </form>
      {banks.length === 0 ? (
        <EmptyState title={search ? t("noMatch", { search }) : t("none")}>
          <p>{t(search ? "noMatchAbout" : "noneAbout")}</p>
        </EmptyState>
      ) : (
        <BanksTable banks={banks} />
      )}
      <Pagination
        previous={page > 1 ? addressOf(page - 1) : null}
        next={more ? addressOf(page + 1) : null}
      />
    </LiveArea>
  );
}
