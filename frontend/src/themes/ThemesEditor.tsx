import './themes.css'
import '../verbatims/verbatims.css'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import type { Theme, Themes } from '../api/types'
import { useFormat } from '../format/use-format'
import { codeOf, withWords } from '../relay/drafts'
import { NotKept, WrittenBy } from '../relay/Saved'
import { Field } from '../ui/Field'
import { suggestionsQuery, useFeedbackRenewal, writeThemes } from './queries'

const MOST = 30

/** The themes and the words that tell of them; whoever may changes them all at once. */
export function ThemesEditor({ contractId, themes, manages }: { contractId: string; themes: Themes; manages: boolean }) {
  const { t } = useLingui()
  const { language } = useFormat()
  const renew = useFeedbackRenewal()
  const [items, setItems] = useState<Theme[]>(themes.items)
  const [name, setName] = useState('')
  const save = useMutation({ mutationFn: () => writeThemes(contractId, themes.version, items), onSuccess: renew })
  const change = (code: string, part: Partial<Theme>) => setItems(items.map((one) => (one.code === code ? { ...one, ...part } : one)))
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    save.mutate()
  }
  const add = () => {
    const label = name.trim()
    setItems([...items, { code: codeOf(label, items.map((one) => one.code)), kind: 'topic', label: { fr: label, en: label }, words: [] }])
    setName('')
  }
  return (
    <form onSubmit={submit}>
      <p className="soft prose">
        <Trans>
          Une réponse porte un thème quand elle contient l’un de ses mots, à une terminaison près et sans égard aux accents. Ce qu’une personne a
          ajouté ou retiré à la main reste. Changer la liste fait relire toutes les réponses.
        </Trans>
      </p>
      {themes.own ? <WrittenBy {...themes} /> : null}
      {themes.waiting ? (
        <p className="notice" role="status">
          <Plural value={themes.waiting} one="Une réponse reste à relire." other="# réponses restent à relire." />
        </p>
      ) : null}
      {items.map((one) => (
        <details key={one.code} className="theme-editor">
          <summary>
            {one.label[language]}{' '}
            <span className="soft">
              <Plural value={one.words.length} _0="(aucun mot)" one="(un mot)" other="(# mots)" />
            </span>
          </summary>
          {manages ? (
            <Fields theme={one} change={(part) => change(one.code, part)} remove={() => setItems(items.filter((other) => other.code !== one.code))} />
          ) : (
            <p>{one.words.join(', ') || '–'}</p>
          )}
        </details>
      ))}
      {manages ? (
        <>
          <div className="verbatim-search">
            <Field label={t`Nouveau thème`}>
              <input maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
            </Field>
            <button type="button" className="button-quiet" disabled={!name.trim() || items.length >= MOST} onClick={add}>
              <Trans>Ajouter le thème</Trans>
            </button>
          </div>
          <Suggestions contractId={contractId} />
          <NotKept error={save.error} />
          <div className="relay-acts">
            <button className="button" disabled={save.isPending}>
              {save.isPending ? <Trans>Enregistrement…</Trans> : <Trans>Enregistrer les thèmes</Trans>}
            </button>
          </div>
        </>
      ) : null}
    </form>
  )
}

function Fields({ theme, change, remove }: { theme: Theme; change: (part: Partial<Theme>) => void; remove: () => void }) {
  const { t } = useLingui()
  const { language } = useFormat()
  const [typed, setTyped] = useState(theme.words.join('\n'))
  const name = theme.label[language]
  return (
    <>
      <div className="field-row">
        <Field label={t`Nom en français`}>
          <input required maxLength={60} value={theme.label.fr} onChange={(event) => change({ label: { ...theme.label, fr: event.target.value } })} />
        </Field>
        <Field label={t`Nom en anglais`}>
          <input required maxLength={60} value={theme.label.en} onChange={(event) => change({ label: { ...theme.label, en: event.target.value } })} />
        </Field>
        <Field label={t`Nature`}>
          <select value={theme.kind} onChange={(event) => change({ kind: event.target.value as Theme['kind'] })}>
            <option value="topic">{t`Sujet`}</option>
            <option value="brand_tone">{t`Marque et ton`}</option>
          </select>
        </Field>
      </div>
      <Field label={t`Mots ou expressions, un par ligne`}>
        <textarea
          rows={5}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            change(withWords(theme, event.target.value))
          }}
        />
      </Field>
      <div>
        <button type="button" className="button-quiet" onClick={remove}>
          <Trans>Supprimer le thème {name}</Trans>
        </button>
      </div>
    </>
  )
}

/** Words of customers who were not pleased, where no theme was found: what a rule could hold. */
function Suggestions({ contractId }: { contractId: string }) {
  const { data } = useQuery(suggestionsQuery(contractId))
  const format = useFormat()
  if (!data?.items.length) return null
  return (
    <div className="theme-line">
      <span>
        <Plural value={data.read} one="Mots fréquents d’un client mécontent sans thème :" other="Mots fréquents des # clients mécontents sans thème :" />
      </span>
      <ul className="plain theme-chips">
        {data.items.map((one) => (
          <li key={one.word} className="theme-chip" lang="">
            <span>
              {one.word} ({format.integer(one.answers)})
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
