/** The two inks: one half for each party, neither above the other for long. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg className="logo" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <path className="logo-client" d="M15 2a13 13 0 0 0 0 26z" />
      <path className="logo-provider" d="M17 4a13 13 0 0 1 0 26z" />
    </svg>
  )
}
