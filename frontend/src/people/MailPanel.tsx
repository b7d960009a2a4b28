import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQuery } from '@tanstack/react-query'
import { api, client } from '../api/client'
import { Answer } from '../ui/Answer'

/** Whether mail goes out, and a letter to oneself to see it. */
export function MailPanel() {
  const { i18n } = useLingui()
  const mail = useQuery(api.queryOptions('get', '/auth/mail'))
  const test = useMutation({
    mutationFn: async () => (await client.POST('/auth/mail/tests', { body: { language: i18n.locale === 'en' ? 'en' : 'fr' } })).data!,
  })
  const to = test.data?.to
  return (
    <section>
      <h2 className="ruled">
        <Trans>Courrier</Trans>
      </h2>
      <Answer query={mail} height={60}>
        {({ sends }) =>
          sends ? (
            <>
              <p>
                <Trans>Les invitations et les liens de mot de passe partent par courrier.</Trans>
              </p>
              <button type="button" className="button-quiet" disabled={test.isPending} onClick={() => test.mutate()}>
                {test.isPending ? <Trans>Envoi…</Trans> : <Trans>M’envoyer un courrier d’essai</Trans>}
              </button>
              <p role="status">
                {test.data?.mail === 'sent' ? (
                  <Trans>Le serveur a pris le courrier pour {to}. Regardez s’il arrive.</Trans>
                ) : test.data || test.error ? (
                  <Trans>Le courrier n’est pas parti. Le journal de la passerelle dit pourquoi ; vérifiez COPIL_SMTP_URL.</Trans>
                ) : null}
              </p>
            </>
          ) : (
            <p className="soft">
              <Trans>Aucun serveur de courrier n’est réglé (COPIL_SMTP_URL) : les liens se transmettent à la main.</Trans>
            </p>
          )
        }
      </Answer>
    </section>
  )
}
