import { answered, openStep, titleOf } from "@/app/(portal)/onboardings/[id]/open-step";
import { ProductsStep } from "@/components/onboarding/products-step";
import { StepFrame } from "@/components/onboarding/step-frame";
import { productNames } from "@/lib/products/model";

type Props = PageProps<"/onboardings/[id]/products">;

export const generateMetadata = ({ params }: Props) => titleOf("products", params);

export default async function ProductsPage(props: Props) {
  const opened = await openStep(props);
  return (
    <StepFrame step="products" {...opened.frame}>
      <ProductsStep
        {...answered("products", opened)}
        amountRequired={opened.view.partner.hasMonthlyCommitment}
        ours={productNames(opened.view.partner.products)}
      />
    </StepFrame>
  );
}
