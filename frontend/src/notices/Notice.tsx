import '../ui/pages.css'
import './notices.css'
import type { ReactNode } from 'react'
import { useText } from '../ui/text'
import { useTitle } from '../ui/use-title'
import type { Block } from './content'

/** One notice: what is true of every installation, then who operates this one. */
export function Notice({ title, blocks, children }: { title: string; blocks: readonly Block[]; children: ReactNode }) {
  const text = useText()
  useTitle(title)
  return (
    <article className="notice-page prose">
      <h1>{title}</h1>
      {blocks.map((block) => (
        <section key={block.title.fr}>
          <h2 className="ruled">{text(block.title)}</h2>
          {block.paragraphs.map((paragraph) => (
            <p key={paragraph.fr}>{text(paragraph)}</p>
          ))}
        </section>
      ))}
      {children}
    </article>
  )
}
