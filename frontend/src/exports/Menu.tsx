import './menu.css'
import { useId, useRef, type KeyboardEvent, type ReactNode, type ToggleEvent } from 'react'

export interface MenuItem {
  key: string
  label: ReactNode
  act: () => void
}

interface MenuProps {
  label: ReactNode
  items: readonly MenuItem[]
  /** What came of the last act, told politely. */
  told?: string
  disabled?: boolean
}

/** As in menu.css. */
const WIDTH_REM = 12

/** A button that opens a short list of acts: the browser's own popover closes it by Escape or a click elsewhere. */
export function Menu({ label, items, told = '', disabled = false }: MenuProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)

  const place = (event: ToggleEvent<HTMLDivElement>) => {
    if (event.newState !== 'open' || !button.current || !list.current) return
    const from = button.current.getBoundingClientRect()
    list.current.style.top = `${from.bottom + window.scrollY + 4}px`
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
    list.current.style.left = `${Math.max(8, from.right - WIDTH_REM * rem)}px`
  }
  const opened = (event: ToggleEvent<HTMLDivElement>) => {
    if (event.newState !== 'open') return
    list.current?.scrollIntoView({ block: 'nearest' })
    list.current?.querySelector('button')?.focus()
  }
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    buttons[(at + step + buttons.length) % buttons.length]?.focus()
  }

  return (
    <span className="menu no-print">
      <button
        ref={button}
        id={`${id}-button`}
        type="button"
        className="button-quiet"
        aria-haspopup="menu"
        popoverTarget={id}
        disabled={disabled}
      >
        {label}
        <span aria-hidden="true" className="menu-sign" />
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        aria-labelledby={`${id}-button`}
        tabIndex={-1}
        className="menu-list"
        onBeforeToggle={place}
        onToggle={opened}
        onKeyDown={move}
      >
        {items.map((item) => (
          <button
            key={item.key}
            type="button"
            role="menuitem"
            onClick={() => {
              list.current?.hidePopover()
              item.act()
            }}
          >
            {item.label}
          </button>
        ))}
      </div>
      <output className="menu-told soft small">{told}</output>
    </span>
  )
}
