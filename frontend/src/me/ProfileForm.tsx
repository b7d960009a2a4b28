import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState, type SubmitEvent } from 'react'
import { client } from '../api/client'
import { faultsOf } from '../api/problems'
import { sessionQuery } from '../api/session'
import type { Profile } from '../api/types'
import { keepLanguage } from '../i18n'
import { setTheme } from '../shell/theme'
import { profileQuery } from './queries'

const ZONES = Intl.supportedValuesOf('timeZone')

/** Kept by the service: it follows its owner to every device. */
export function ProfileForm({ profile }: { profile: Profile }) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [name, setName] = useState(profile.name)
  const [language, setLanguage] = useState<Profile['language'] | ''>(profile.language ?? '')
  const [zone, setZone] = useState(profile.zone ?? '')
  const [theme, chooseTheme] = useState<Profile['theme'] | ''>(profile.theme ?? '')
  const save = useMutation({
    mutationFn: async () => {
      const { data } = await client.PATCH('/api/contracts/v1/me', {
        body: { name: name.trim(), language: language || null, zone: zone || null, theme: theme || null },
      })
      return data!
    },
    onSuccess: async (kept) => {
      queries.setQueryData(profileQuery.queryKey, kept)
      queries.setQueryData(sessionQuery.queryKey, (before) =>
        before ? { ...before, person: { ...before.person, name: kept.name, language: kept.language, zone: kept.zone, theme: kept.theme } } : before,
      )
      setTheme(kept.theme ?? 'auto')
      if (kept.language) {
        keepLanguage(kept.language)
        const langue = kept.language === 'en' ? ('en' as const) : undefined
        await navigate({ to: '.', search: (before) => ({ ...before, langue }), replace: true })
      }
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    save.mutate()
  }
  const zones = zone && !ZONES.includes(zone) ? [zone, ...ZONES] : ZONES
  return (
    <form className="me-form" onSubmit={submit} aria-label={t`Profil`}>
      <label className="field">
        <span>
          <Trans>Nom</Trans>
        </span>
        <input required maxLength={200} autoComplete="name" value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      <label className="field">
        <span>
          <Trans>Langue</Trans>
        </span>
        <select value={language ?? ''} onChange={(event) => setLanguage(event.target.value as 'fr' | 'en' | '')}>
          <option value="">{t`Celle de l’appareil`}</option>
          <option value="fr">Français</option>
          <option value="en">English</option>
        </select>
      </label>
      <label className="field">
        <span>
          <Trans>Fuseau horaire</Trans>
        </span>
        <select value={zone} onChange={(event) => setZone(event.target.value)}>
          <option value="">{t`L’usuel, Europe/Paris`}</option>
          {zones.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
        <span className="soft small">
          <Trans>Pour les heures de vos pages ; celles d’un contrat sont dites dans le fuseau du contrat.</Trans>
        </span>
      </label>
      <label className="field">
        <span>
          <Trans>Thème</Trans>
        </span>
        <select value={theme ?? ''} onChange={(event) => chooseTheme(event.target.value as 'light' | 'dark' | '')}>
          <option value="">{t`Celui de l’appareil`}</option>
          <option value="light">{t`Clair`}</option>
          <option value="dark">{t`Sombre`}</option>
        </select>
      </label>
      <div className="me-acts">
        <button className="button" disabled={save.isPending}>
          <Trans>Enregistrer</Trans>
        </button>
        <span role="status">{save.isSuccess ? <Trans>Enregistré.</Trans> : null}</span>
        <span className="field-error" role="alert">
          {save.error ? faultsOf(save.error).includes('zone') ? <Trans>Ce fuseau est inconnu ici.</Trans> : <Trans>Cela n’a pas abouti. Réessayez.</Trans> : null}
        </span>
      </div>
    </form>
  )
}
