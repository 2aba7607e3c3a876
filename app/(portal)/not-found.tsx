export { PageNotFound as default } from "@/components/frame/page-not-found";
