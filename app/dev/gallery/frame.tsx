"use client";

import { useTranslations } from "next-intl";
import { Brand } from "@/components/frame/brand";
import {
  EnvironmentBanner,
  EnvironmentChip,
  type PlaidEnvironment,
} from "@/components/frame/environment";
import { Footer } from "@/components/frame/footer";
import { Header } from "@/components/frame/header";
import { navigationWords } from "@/components/frame/navigation";
import { NavigationLinks } from "@/components/frame/navigation-links";
import { ServiceProblem } from "@/components/frame/service-problem";
import { LONG_NAME } from "./samples";
import { Room, Specimen } from "./specimen";

const environments: PlaidEnvironment[] = ["emulator", "sandbox", "production"];

export function Frame() {
  const t = useTranslations("frame.navigation");
  return (
    <Room title="Frame">
      <Specimen of="Header, with the longest names it may meet">
        <Header
          environment="production"
          partner={LONG_NAME}
          account={{ name: LONG_NAME, role: "onboarder", signOut: async () => {} }}
          search={{
            role: "admin",
            singleKeys: false,
            act: { start: async () => {}, reviewNext: async () => {} },
          }}
        />
      </Specimen>
      <Specimen of="Brand, EnvironmentChip, EnvironmentBanner">
        <Brand partner="Northwind Platforms" />
        {environments.map((environment) => (
          <div key={environment}>
            <EnvironmentBanner environment={environment} />
            <EnvironmentChip environment={environment} />
          </div>
        ))}
      </Specimen>
      <Specimen of="NavigationLinks">
        <NavigationLinks toReview={12} administration={null} words={navigationWords(t)} />
      </Specimen>
      <Specimen of="ServiceProblem">
        <ServiceProblem
          error={Object.assign(new Error(), { digest: "1904563087" })}
          retry={() => {}}
        />
      </Specimen>
      <Specimen of="Footer">
        <Footer />
      </Specimen>
    </Room>
  );
}
