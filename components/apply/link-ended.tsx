/** One and the same for a link that never was, was mistyped, replaced or ended by the partner. */
export function LinkEnded() {
  return (
    <div className="flex max-w-form flex-col gap-6">
      <h1>This link does not work any more</h1>
      <p>Contact the company that invited you.</p>
    </div>
  );
}
