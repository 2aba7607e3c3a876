import { SignInFirst } from "@/components/frame/sign-in-first";
import { Standalone } from "@/components/frame/standalone";

export default function Unauthorized() {
  return (
    <Standalone>
      <SignInFirst />
    </Standalone>
  );
}
