/** Names as the tool writes them, whatever the language of this page. */
export function Names({ of }: { of: readonly string[] }) {
  return (
    <ul>
      {of.map((one) => (
        <li key={one} lang="en">
          {one}
        </li>
      ))}
    </ul>
  )
}
