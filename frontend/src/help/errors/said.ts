import type { Text } from '../../ui/text'

export interface Said {
  title: string
  meaning: string
  remedy: Text
}

export const AGAIN: Text = { fr: 'Réessayer dans un moment ; rien n’a été perdu.', en: 'Try again in a moment; nothing was lost.' }
export const READ_AGAIN: Text = { fr: 'Relire la page, puis recommencer.', en: 'Read the page again, then start over.' }
export const CREDENTIALS: Text = {
  fr: 'Vérifier l’identifiant et le secret ; au besoin, en créer de nouveaux.',
  en: 'Check the identifier and the secret; if need be, create new ones.',
}
export const TOOL: Text = {
  fr: 'Comparer le secret et l’horloge de l’outil avec ceux de la source ; la page Sources montre chaque refus.',
  en: 'Compare the tool’s secret and clock with those of the source; the Sources page shows each refusal.',
}
