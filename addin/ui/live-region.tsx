/** Tells a screen reader what just happened; seen by nobody else. */
export const LiveRegion = ({ text }: { readonly text: string }) => (
  <p class="visually-hidden" role="status" aria-live="polite">
    {text}
  </p>
);
