import { saveAction } from "@/scripts/bench/bare/app/save/actions";

export default function SavePage() {
  return (
    <form action={saveAction}>
      <input name="id" />
      <input name="website" />
      <button type="submit">Save</button>
    </form>
  );
}
