export { default, metadata } from "@/app/apply/[token]/layout";
