/** The product's mark: lines that go down, and the tick at their end. */
export const Mark = ({ size = 30 }: { size?: number }) => (
  <svg aria-hidden="true" width={size} height={size} viewBox="0 0 32 32">
    <rect width="32" height="32" rx="5" fill="#B3121D" />
    <path d="M7 8.5h18M7 14.5h11M7 20.5h5" stroke="#fff" strokeWidth="2.6" strokeLinecap="round" />
    <path d="M15.5 21.5l4 4 7-8.5" fill="none" stroke="#E9C46A" strokeWidth="2.8" strokeLinecap="round" strokeLinejoin="round" />
  </svg>
)
