import { useLingui } from '@lingui/react/macro'
import { useNavigate, type NavigateOptions } from '@tanstack/react-router'
import { Autocomplete, I18nProvider, Input, Menu, MenuItem, SearchField, useFilter } from 'react-aria-components'
import { useEntries } from './use-entries'

/** Filtered without regard to accents or case: « reso » finds « Résolution ». */
export default function Results({ typed, onClose }: { typed: string; onClose: () => void }) {
  const { i18n } = useLingui()
  return (
    <I18nProvider locale={i18n.locale}>
      <List typed={typed} onClose={onClose} />
    </I18nProvider>
  )
}

function List({ typed, onClose }: { typed: string; onClose: () => void }) {
  const { t } = useLingui()
  const { contains } = useFilter({ sensitivity: 'base' })
  const entries = useEntries()
  const navigate = useNavigate()
  const run = (key: React.Key) => {
    const entry = entries.find((one) => one.id === key)
    onClose()
    if (entry?.act) entry.act()
    else if (entry) void navigate({ to: entry.to, params: entry.params, search: entry.search } as NavigateOptions)
  }
  return (
    <Autocomplete filter={contains} defaultInputValue={typed}>
      <SearchField aria-label={t`Aller à…`} autoFocus>
        <Input className="palette-input" placeholder={t`Un indicateur, une page, un contrat…`} />
      </SearchField>
      <Menu
        aria-label={t`Destinations`}
        className="palette-list"
        items={entries}
        onAction={run}
        renderEmptyState={() => <p className="palette-empty">{t`Rien de ce nom.`}</p>}
      >
        {(entry) => (
          <MenuItem id={entry.id} textValue={`${entry.label} ${entry.kind}`} className="palette-item">
            <span>{entry.label}</span>
            <span className="soft small">{entry.kind}</span>
          </MenuItem>
        )}
      </Menu>
    </Autocomplete>
  )
}
