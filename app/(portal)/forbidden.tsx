export { NotAllowed as default } from "@/components/frame/not-allowed";
