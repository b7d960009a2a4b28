import { useLingui } from '@lingui/react/macro'
import { Icon } from '../ui/Icon'
import { nextTheme, setTheme, useTheme } from './theme'

export function ThemeButton() {
  const { t } = useLingui()
  const theme = useTheme()
  const names = { auto: t`Thème du système`, light: t`Thème clair`, dark: t`Thème sombre` }
  return (
    <button className="button-quiet square" title={names[theme]} onClick={() => setTheme(nextTheme(theme))}>
      <Icon name={theme} />
      <span className="visually-hidden" aria-live="polite">
        {names[theme]}
      </span>
    </button>
  )
}
