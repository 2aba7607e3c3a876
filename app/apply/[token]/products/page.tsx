import { answered, openStep, titleOf } from "@/app/apply/[token]/open-step";
import { StepShell } from "@/components/apply/step-shell";
import { ProductsStep } from "@/components/onboarding/products-step";

type Props = PageProps<"/apply/[token]/products">;

export const generateMetadata = ({ params }: Props) => titleOf("products", params);

export default async function ProductsPage(props: Props) {
  const opened = await openStep("products", props);
  return (
    <StepShell {...opened.shell}>
      <ProductsStep {...answered("products", opened)} amountRequired={opened.view.amountRequired} />
    </StepShell>
  );
}
