import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useFormat } from '../format/use-format'
import { Menu } from './Menu'
import type { ExportTable, ExportWords } from './table'

interface ExportMenuProps {
  /** Made when asked for, so that it holds what is shown then; may fetch the pages not shown yet. */
  table: () => ExportTable | Promise<ExportTable>
  disabled?: boolean
}

/** Takes a table away as XLSX or CSV, exactly as it is filtered and sorted. */
export function ExportMenu({ table, disabled = false }: ExportMenuProps) {
  const { t } = useLingui()
  const { language } = useFormat()
  const [told, setTold] = useState('')
  const words: ExportWords = {
    locale: language,
    definitions: t`Définitions`,
    name: t`Nom`,
    definition: t`Définition`,
    unit: t`Unité`,
    zone: t`Fuseau horaire`,
    exportedAt: t`Exporté le`,
    link: t`Page`,
  }
  const write = async (kind: 'xlsx' | 'csv') => {
    setTold(t`Préparation du fichier…`)
    const [shown, now, link] = [await table(), new Date(), window.location.href]
    const { fileName, save } = await import('./save')
    if (kind === 'xlsx') {
      const { toXlsx } = await import('./xlsx')
      save(await toXlsx(shown, words, now, link), fileName([shown.fileName], kind))
    } else {
      const { toCsv } = await import('./csv')
      save(new Blob([toCsv(shown, words, now, link)], { type: 'text/csv;charset=utf-8' }), fileName([shown.fileName], kind))
    }
    setTold(t`Fichier enregistré.`)
  }
  const attempt = (kind: 'xlsx' | 'csv') => () => {
    write(kind).catch(() => setTold(t`L’export n’a pas abouti.`))
  }
  return (
    <Menu
      label={<Trans>Exporter</Trans>}
      told={told}
      disabled={disabled}
      items={[
        { key: 'xlsx', label: t`Classeur (XLSX)`, act: attempt('xlsx') },
        { key: 'csv', label: t`Texte (CSV)`, act: attempt('csv') },
      ]}
    />
  )
}
